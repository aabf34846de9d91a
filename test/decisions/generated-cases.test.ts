import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountState } from '../../shared/decisions/customer-state.ts';
import { addDays } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { anyFacts, anyPolicy } from '../arbitraries.ts';
import { day } from '../builders.ts';
import { type Night, nightsOn } from './nights.ts';

const CASES = 200;
const DAYS = Array.from({ length: 45 }, (_, at) => addDays(day('2026-01-01'), at * 2));

const ladders = ({ next }: Night): AccountState[] => Object.values(next.accounts);
const told = (nights: readonly Night[], is: RegExp): boolean =>
  nights.some(({ night }) => night.notices.some(({ key }) => is.test(key)));
const because = (nights: readonly Night[], is: RegExp): boolean =>
  nights.some(({ night }) => night.accounts.some((each) => is.test(each.because)));
const happened = (nights: readonly Night[], kind: string): boolean =>
  nights.some(({ events }) => events.some((each) => each.kind === kind));

/** What makes dunning hard, and the least share of generated customers, in percent, that have it. */
const HARD: readonly {
  readonly what: string;
  readonly percent: number;
  readonly isIn: (nights: readonly Night[], rows: CustomerFacts) => boolean;
}[] = [
  {
    what: 'two currencies on stages in one night',
    percent: 20,
    isIn: (nights) => nights.some((each) => ladders(each).filter((one) => one.stage).length > 1),
  },
  { what: 'a stage that cleared', percent: 15, isIn: (all) => happened(all, 'stage-cleared') },
  {
    what: 'a second lapse in one account',
    percent: 15,
    isIn: (nights) => nights.some((each) => ladders(each).some(({ episode }) => episode > 1)),
  },
  {
    what: 'a chargeback of what was paid in full',
    percent: 30,
    isIn: (_, { payments }) =>
      payments.some(({ minorUnits, invoiceId }) =>
        payments.some((each) => each.invoiceId === invoiceId && each.minorUnits === -minorUnits),
      ),
  },
  { what: 'a hold that keeps a stage', percent: 4, isIn: (all) => because(all, /\bhold\b/) },
  { what: 'a broken promise', percent: 15, isIn: (all) => happened(all, 'promise-broken') },
  { what: 'a kept promise', percent: 10, isIn: (all) => happened(all, 'promise-kept') },
  { what: 'a promise waited for', percent: 5, isIn: (all) => because(all, /^promise .*open/) },
  { what: 'a required letter waited for', percent: 8, isIn: (all) => because(all, /; .* follows/) },
  { what: 'a recovery told', percent: 10, isIn: (all) => told(all, /\|recovery\|/) },
  { what: 'a letter by itself', percent: 2, isIn: (all) => told(all, /\|dunning\|.*\|letter/) },
];

describe('of the customers that laws are tried on', () => {
  const generated = fc.sample(fc.tuple(anyFacts, anyPolicy), { numRuns: CASES, seed: 20_260_317 });
  const cases = generated.map(([rows, rules]) => ({
    rows,
    nights: nightsOn(rows, rules, DAYS, (key) => key.length % 4 === 0),
  }));

  test.each(HARD)('at least $percent percent have $what', ({ percent, isIn }) => {
    const having = cases.filter(({ rows, nights }) => isIn(nights, rows)).length;

    expect((100 * having) / CASES).toBeGreaterThanOrEqual(percent);
  });
});
