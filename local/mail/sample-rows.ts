import { CustomerNight } from '../../shared/decisions/customer-night.ts';
import type { Language } from '../../shared/languages/language.ts';
import { CalendarDate } from '../../shared/ledger/calendar-date.ts';

export const day = (text: string): CalendarDate => CalendarDate.parse(text);

export const AS_OF = day('2026-03-17');

type Row = Record<string, unknown>;

export const account = (overdue: number, over: Row = {}): Row => ({
  currency: 'EUR',
  aging: { current: 120_000, '1-30': overdue, '31-60': 0, '61-90': 0, 'over-90': 0 },
  open: overdue + 120_000,
  overdue,
  unapplied: 0,
  because: '',
  daysPastDue: overdue === 0 ? 0 : 21,
  ...over,
});

export const notice = (id: string, kind: string, over: Row = {}): Row => ({
  key: `${id}|EUR|${kind}`,
  kind,
  currency: 'EUR',
  tell: ['account-manager', 'credit-controller'],
  actions: [],
  because: '',
  ...over,
});

export function night(id: string, name: string, language: Language, over: Row): CustomerNight {
  return CustomerNight.parse({
    customer: {
      customerId: id,
      name,
      currency: 'EUR',
      policy: 'default',
      tags: [],
      accountManager: { name: 'Maud', email: 'maud.terwisch@lindequay.example', language },
    },
    asOf: AS_OF,
    accounts: [account(0)],
    budgets: [],
    notices: [],
    suppressed: [],
    ...over,
  });
}

/** Thirty-five days of spend that ends in a jump. */
export const TREND = Array.from({ length: 35 }, (_, at) =>
  at < 32 ? 4_100 + ((at * 37) % 11) * 90 : 13_400 + at * 35,
);

export const exposure = (total: number, limit: number, crossed?: number): Row => ({
  currency: 'EUR',
  overdue: 0,
  notDue: Math.round(total / 2),
  uninvoiced: total - Math.round(total / 2),
  forecastRemainder: 0,
  total,
  limit,
  percent: Math.round((total * 10_000) / limit) / 100,
  ...(crossed === undefined ? {} : { crossed }),
});
