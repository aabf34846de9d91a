import { describe, expect, test } from 'vitest';
import { readFiles } from './data-folder.ts';
import { arrangement, budget, payment, spend } from './dirty-row.ts';

describe('a row is rejected for the first cell that cannot be read', () => {
  test.each([
    [payment('P-2,C-1,soon,1.00,EUR'), 'paidOn', 'soon', 'expected a day as YYYY-MM-DD'],
    [spend('C-1,2026-01-01,,EUR'), 'amount', '', 'is empty'],
    [budget('C-1,-1,EUR,'), 'amount', '-1', 'is negative'],
    [budget('C-1,1,EUR,2026-13'), 'from', '2026-13', 'expected a month such as 2026-01'],
    [
      arrangement('pause,C-1,,2026-01-01,,'),
      'kind',
      'pause',
      'expected one of dispute, hold, promise, write-off, fraud-case, snooze',
    ],
    [arrangement(',C-1,,2026-01-01,,'), 'kind', '', 'is empty'],
    [arrangement('promise,C-1,,2026-01-01,,5'), 'until', '', 'is empty, and a promise ends'],
    [
      arrangement('hold,C-1,,2026-01-02,2026-01-01,'),
      'until',
      '2026-01-01',
      'is before "2026-01-02" in from',
    ],
  ])('%j: %s %j %s', async (files, column, value, reason) => {
    const name = Object.keys(files).at(-1);

    const { rejects, counts } = await readFiles(files);

    expect(rejects).toEqual([{ file: name, line: 3, column, value, reason }]);
    expect(counts).toContainEqual({
      file: name,
      rows: 2,
      accepted: 1,
      rejected: 1,
      duplicates: 0,
      isWhole: true,
    });
  });
});
