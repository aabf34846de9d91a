import { CustomerNight, type HistoryEvent } from '../../shared/decisions/customer-night.ts';
import { Email } from '../../shared/decisions/email/email.ts';
import { emailId } from '../../shared/decisions/email/email-id.ts';
import type { CustomerId } from '../../shared/ledger/customer.ts';
import type { CustomerResult } from '../../shared/run/customer-result.ts';
import type { LastNight, Runs } from '../../shared/run/ports.ts';
import { Run, runId } from '../../shared/run/run.ts';
import { day } from '../builders.ts';

const FIRST_START = Date.parse('2026-03-17T02:00:00Z');
let started = 0;

/** A run of its own: each is started a second after the one before, so tests can share a table. */
export function aRun(over: Partial<Run> = {}): Run {
  started += 1;
  const startedAt = new Date(FIRST_START + 1000 * started);
  return Run.parse({
    id: runId(day('2026-03-17'), startedAt),
    asOf: '2026-03-17',
    dryRun: false,
    status: 'pulling',
    startedAt: startedAt.toISOString(),
    policyText: '{"reseller":{"name":"Kestrel Cloud"}}',
    sources: [
      { name: 'files', location: '/data' },
      { name: 'partner center', location: 'https://example' },
    ],
    evaluated: 0,
    failed: 0,
    ...over,
  });
}

export async function createdRun(runs: Runs, over: Partial<Run> = {}): Promise<Run> {
  const run = aRun(over);
  await runs.create(run);
  return run;
}

/** What a step has just loaded; a test that asks for nothing else says so by failing. */
export function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Cannot go on because it is not there');
  return value;
}

export const evaluated = (customerId: CustomerId, name = 'Contoso'): CustomerResult => ({
  kind: 'evaluated',
  night: CustomerNight.parse({
    customer: { customerId, name, currency: 'EUR', policy: 'default', tags: [] },
    asOf: '2026-03-17',
    accounts: [],
    budgets: [],
    notices: [],
    suppressed: [],
  }),
  emails: [],
});

export const anEmail = (key: string, over: Partial<Email> = {}): Email =>
  Email.parse({
    id: emailId('letter', [key]),
    kind: 'letter',
    to: 'billing@contoso.example',
    subject: 'Reminder: 100.00 EUR — Grüße, 你好',
    customerIds: [],
    language: 'en',
    content: {
      brand: { name: 'Kestrel Cloud', logoText: 'Kestrel Cloud', accentColor: '#1F5FA8' },
      customerName: 'Contoso — Grüße, 你好',
      asOf: '2026-03-17',
      tone: 'thank-you',
      thanksIn: ['EUR'],
      sections: [],
      statement: [],
      payment: {},
    },
    ...over,
  });

export const aNightOf = (run: Run, customerId: CustomerId): LastNight => {
  const result = evaluated(customerId);
  if (result.kind === 'failed') throw new Error('Cannot happen: it was evaluated');
  return { runId: run.id, night: result.night, emails: [] };
};

export const anEvent = (text: string): HistoryEvent => ({
  on: day('2026-03-17'),
  kind: 'notice',
  currency: 'EUR',
  text,
});
