import { describe, expect, test } from 'vitest';
import { factsSeenOn } from '../../shared/ledger/customer-facts.ts';
import { day, facts, spend } from '../builders.ts';

describe('factsSeenOn', () => {
  const rows = facts({ spend: [spend('2026-03-03', 300), spend('2026-03-01', 100)] });

  test('on 2026-03-03 nothing lies ahead: the rows are handed on as they are', () => {
    expect(factsSeenOn(rows, day('2026-03-03')).spend).toBe(rows.spend);
  });

  test('on 2026-03-02 the row of the day after is left out, and stays with the facts', () => {
    expect(factsSeenOn(rows, day('2026-03-02')).spend).toEqual([spend('2026-03-01', 100)]);
    expect(rows.spend).toHaveLength(2);
  });
});
