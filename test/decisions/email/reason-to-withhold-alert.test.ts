import { describe, expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../../shared/decisions/customer-state.ts';
import { decideCustomer } from '../../../shared/decisions/decide-customer.ts';
import { reasonToWithholdAlert } from '../../../shared/decisions/email/reason-to-withhold-alert.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import { parsePolicy } from '../../../shared/policy/parse-policy.ts';
import { arrangement, day, payment } from '../../builders.ts';
import { owes } from '../../run/portfolio.ts';

const POLICY = parsePolicy('{}', 'test');
const NIGHT = day('2026-03-17');
const FINAL = owes('contoso', '2026-02-10');
const { next, night } = decideCustomer(FINAL, NEW_CUSTOMER, POLICY, NIGHT, {
  holdStages: undefined,
});
const KEYS = night.notices.map(({ key }) => key);
const paid = payment({ invoiceId: 'INV-contoso', minorUnits: 10_000 });

const reason = (rows: Partial<CustomerFacts>, keys: readonly string[] = KEYS) =>
  reasonToWithholdAlert({ ...FINAL, ...rows }, next, POLICY, day('2026-03-18'), keys);

describe('an alert that waited while the world went on', () => {
  test('is told when nothing has changed', () => {
    expect(KEYS.length).toBeGreaterThan(0);
    expect(reason({})).toBeUndefined();
  });

  test('of a stage is withheld once the invoice is paid', () => {
    expect(reason({ payments: [paid] })).toMatch(/./);
  });

  test('of a stage is withheld while a hold is in force', () => {
    const hold = arrangement('hold', { from: '2026-03-18' });

    expect(reason({ arrangements: [hold] })).toBe('a hold from 2026-03-18 is in force');
  });

  test('that tells of spend besides is told all the same, because that was spent', () => {
    const keys = [...KEYS, 'contoso|EUR|anomaly|2026-03-16'];

    expect(reason({ payments: [paid] }, keys)).toBeUndefined();
  });

  test('of a credit limit is withheld once exposure is back below', () => {
    const customer = { ...FINAL.customer, creditLimitMinorUnits: 8_000 };
    const keys = ['contoso|EUR|exposure|100|2026-03-17'];

    expect(reason({ customer }, keys)).toBeUndefined();
    expect(reason({ customer, payments: [paid] }, keys)).toMatch(/credit limit/);
  });
});
