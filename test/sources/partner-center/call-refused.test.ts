import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../shared/run/errors.ts';
import { ApiError } from '../../../shared/sources/http/api-error.ts';
import { refusalOf } from '../../../shared/sources/http/refusal.ts';
import { callRefused } from '../../../shared/sources/partner-center/call-refused.ts';
import { setSpendingBudget } from '../../../shared/sources/partner-center/spending-budget.ts';

const WHAT = 'read the usage of all customers from Partner Center';
const TENANT = '6f0b2c1e-7a54-4a0e-9d51-0f6a3c1b2d77';
const ofAccount = { get: async () => '', renew: async () => '' };

const said = (status: number, body: string, path = '/customers/usagerecords'): unknown =>
  callRefused(
    { what: WHAT, path, tokens: ofAccount },
    new ApiError(WHAT, { status, requestId: 'R', ...refusalOf(body) }),
  );

describe('what Partner Center refuses an account', () => {
  test.each([
    [401, '{"code":"900421","description":"x"}', /without a second factor: sign in once more/],
    [401, '{"code":"900420","description":"x"}', /graph\.windows\.net\): sign in once more/],
    [403, '{"code":"900329","description":"x"}', /to no application alone: sign in once more/],
    [403, '{"code":"2032","description":"x"}', /lacks a role: give it Admin agent/],
    [401, '', /refused, also when it is new: sign in once more/],
    [
      403,
      '<html><body>Blocked by the proxy</body></html>',
      /may not \(403, Blocked by the proxy\): give it Admin agent .* or see what stands in between$/,
    ],
    [404, '<html><h1>Not Found</h1></html>', /not Partner Center \(404, Not Found\)/],
    [410, '{"code":"1","description":"gone"}', /answer was 410, code 1 \(gone\): .* request id R$/],
  ])('%i %s is one message that says what to do', (status, body, message) => {
    const error = said(status, body);

    expect(error).toBeInstanceOf(SourceError);
    expect(String(error)).toMatch(/^SourceError: Cannot read the usage .* because /);
    expect(String(error)).toMatch(message);
  });

  test('of one customer, 404 is a tenant id that is wrong', () => {
    expect(String(said(404, '', `/customers/${TENANT}/usagebudget`))).toContain(
      'it knows no such customer any more: correct its tenant id',
    );
  });
});

test('an answer that is no budget is told as such', async () => {
  const calls = { get: async () => [], patch: async () => [], pages: async function* () {} };

  await expect(
    setSpendingBudget(TENANT, { minorUnits: 100, currency: 'EUR' }, calls, ofAccount),
  ).rejects.toThrow(
    new SourceError(
      `Cannot set the budget of customer "${TENANT}" in Partner Center because the answer is no budget: see there what it is`,
    ),
  );
});
