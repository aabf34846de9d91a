import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dataFolder, type Ended, run, temporaryFolder } from './run-command.ts';

const Line = z.looseObject({ date: z.string(), customerId: z.string(), currency: z.string() });

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => Line.parse(JSON.parse(line)));

const placesOf = ({ stdout }: Ended): string[] =>
  linesOf(stdout).map((line) => `${line.customerId} ${line.date} ${line.currency}`);

describe.concurrent('simulate', () => {
  test('a line says in decimal text what the night found, decided and would have said', async () => {
    const data = dataFolder();

    const { code, stdout } = await run('simulate', [
      ...['--data', data, '--from', '2026-03-03', '--to', '2026-03-04'],
      ...['--customer', 'C-1', '--json', '-'],
    ]);

    expect(code).toBe(0);
    expect(linesOf(stdout)[2]).toStrictEqual({
      date: '2026-03-04',
      customerId: 'C-1',
      currency: 'EUR',
      open: '100.00',
      overdue: '100.00',
      unapplied: '0.00',
      aging: {
        current: '0.00',
        '1-30': '100.00',
        '31-60': '0.00',
        '61-90': '0.00',
        'over-90': '0.00',
      },
      stage: 'reminder',
      from: null,
      because: 'oldest overdue invoice INV-1 is 3 days past due and reminder starts at 3',
      daysPastDue: 3,
      invoices: [{ invoiceId: 'INV-1', open: '100.00', daysPastDue: 3, stage: null }],
      notices: [
        {
          kind: 'dunning',
          stage: 'reminder',
          tell: ['account-manager', 'customer'],
          letter: 'reminder',
          actions: [],
          because: 'oldest overdue invoice INV-1 is 3 days past due and reminder starts at 3',
        },
      ],
    });
  });

  test('lines come by customer, then day, then currency, whatever the order of --on', async () => {
    const ended = await run('simulate', [
      ...['--data', dataFolder(), '--on', '2026-03-05,2026-03-04', '--on', '2026-03-05'],
      ...['--json', '-'],
    ]);

    expect(placesOf(ended)).toEqual([
      'C-1 2026-03-04 EUR',
      'C-1 2026-03-04 USD',
      'C-1 2026-03-05 EUR',
      'C-1 2026-03-05 USD',
      'C-2 2026-03-04 JPY',
      'C-2 2026-03-05 JPY',
    ]);
  });

  test('--customer takes several and keeps the order of the folder', async () => {
    const ended = await run('simulate', [
      ...['--data', dataFolder(), '--on', '2026-03-04', '--json', '-'],
      ...['--customer', 'C-2', '--customer', 'C-1', '--customer', 'C-2'],
    ]);

    expect(placesOf(ended)).toEqual([
      'C-1 2026-03-04 EUR',
      'C-1 2026-03-04 USD',
      'C-2 2026-03-04 JPY',
    ]);
  });

  test('the same replay says the same, read afresh or from what was staged before', async () => {
    const TMPDIR = temporaryFolder();
    const args = ['--data', dataFolder(), '--from', '2026-03-01', '--to', '2026-03-31'];

    const first = await run('simulate', [...args, '--json', '-'], { TMPDIR });
    const again = await run('simulate', [...args, '--json', '-'], { TMPDIR });

    expect(again.stdout).toBe(first.stdout);
    expect(linesOf(first.stdout)).toHaveLength(31 * 3);
  });

  test('--json FILE leaves standard output to the summary', async () => {
    const file = join(temporaryFolder(), 'lines.jsonl');

    const { stdout } = await run('simulate', [
      ...['--data', dataFolder(), '--on', '2026-03-04', '--json', file],
    ]);

    expect(linesOf(readFileSync(file, 'utf8'))).toHaveLength(3);
    expect(stdout).toContain('Replayed 1 night (2026-03-04) over 2 customers');
    expect(stdout).toMatch(/2026-03-04 +2 +1\n/);
    expect(stdout).toContain('What would have been said: 1 letter\n');
    expect(stdout).toMatch(/JPY +1200 +0 +0 +0 +0 +0 +1200\n/);
  });

  test('without days, the night is the one the folder names', async () => {
    const data = dataFolder({ 'as-of.txt': '2026-03-04\n' });

    const ended = await run('simulate', ['--data', data, '--customer', 'C-2', '--json', '-']);

    expect(placesOf(ended)).toEqual(['C-2 2026-03-04 JPY']);
  });

  test('a folder has its own policy, and --policy another', async () => {
    const ladder = (name: string) =>
      JSON.stringify({ dunning: { default: { stages: [{ name, afterDays: 1 }] } } });
    const data = dataFolder({ 'policy.json': ladder('own'), 'other.json': ladder('other') });
    const args = ['--data', data, '--on', '2026-03-04', '--customer', 'C-1', '--json', '-'];

    const own = await run('simulate', args);
    const other = await run('simulate', [...args, '--policy', join(data, 'other.json')]);

    expect(linesOf(own.stdout)[0]).toMatchObject({ stage: 'own' });
    expect(linesOf(other.stdout)[0]).toMatchObject({ stage: 'other' });
  });

  test('of two policies every line says whose it is, and the lines of each are its own', async () => {
    const ladder = (name: string) =>
      JSON.stringify({ dunning: { default: { stages: [{ name, afterDays: 1 }] } } });
    const data = dataFolder({ 'mild.json': ladder('mild'), 'hard.json': ladder('hard') });
    const [mild, hard] = [join(data, 'mild.json'), join(data, 'hard.json')];
    const args = ['--data', data, '--from', '2026-03-01', '--to', '2026-03-02', '--json', '-'];

    const both = await run('simulate', [...args, '--policy', mild, '--policy', hard]);
    const alone = await run('simulate', [...args, '--policy', mild]);

    const lines = linesOf(both.stdout);
    expect(lines.slice(0, 4).map(({ policy, date, stage }) => [policy, date, stage])).toEqual([
      ['mild.json', '2026-03-01', null],
      ['mild.json', '2026-03-01', null],
      ['hard.json', '2026-03-01', null],
      ['hard.json', '2026-03-01', null],
    ]);
    expect(
      lines.filter(({ policy }) => policy === 'mild.json').map(({ policy: _, ...line }) => line),
    ).toEqual(linesOf(alone.stdout));
    expect(linesOf(alone.stdout)[0]).not.toHaveProperty('policy');
    expect(both.stderr).toContain('A: mild.json\nB: hard.json\n');
  });

  test('--html writes a report, and says where', async () => {
    const file = join(temporaryFolder(), 'report.html');

    const { code, stdout } = await run('simulate', [
      ...['--data', dataFolder(), '--from', '2026-03-01', '--to', '2026-03-09', '--html', file],
    ]);

    expect(code).toBe(0);
    expect(stdout).toContain(`\nReport: ${file}\n`);
    expect(readFileSync(file, 'utf8')).toMatch(
      /^<!doctype html>[\s\S]*<bdi>Contoso<\/bdi>[\s\S]*<\/html>\n$/,
    );
    expect(readdirSync(join(file, '..'))).toEqual(['report.html']);
  });

  test('rejected rows are told and cost nothing', async () => {
    const rows = 'I-1,C-1,2026-02-01,2026-02-30,1.00,EUR\nI-2,C-9,2026-02-01,2026-02-28,1.00,EUR\n';
    const data = dataFolder({
      'invoices.csv': `invoiceId,customerId,issuedOn,dueOn,amount,currency\n${rows}`,
    });

    const { code, stdout } = await run('simulate', ['--data', data, '--on', '2026-03-04']);

    expect(code).toBe(0);
    expect(stdout).toContain('4 rows: 2 rejected, 0 duplicates\n');
    expect(stdout).toContain('  invoices.csv:2:dueOn "2026-02-30": ');
    expect(stdout).toContain('  invoices.csv:3:customerId "C-9": ');
  });

  test('the data folder is left as it was', async () => {
    const data = dataFolder();
    const before = readdirSync(data);

    await run('simulate', ['--data', data, '--on', '2026-03-04']);

    expect(readdirSync(data)).toEqual(before);
  });
});
