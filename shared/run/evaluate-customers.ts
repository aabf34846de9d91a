import pMap from 'p-map';
import type { CustomerId } from '../ledger/customer.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import type { CustomerResult } from './customer-result.ts';
import { type EvaluateCustomerNeeds, evaluateCustomer } from './evaluate-customer.ts';
import { finishCustomers } from './finish-customers.ts';
import { hasTold } from './left-untold.ts';
import type { EvaluateCustomers } from './messages.ts';
import type { Run } from './run.ts';

const CUSTOMERS_AT_ONCE = 4;

export type EvaluateCustomersNeeds = Omit<EvaluateCustomerNeeds, 'told'>;

/**
 * Evaluates the customers of a slice that have no result yet. One that fails is sent a message of
 * its own, and fails that message when it fails again.
 */
export async function evaluateCustomers(
  message: EvaluateCustomers,
  given: EvaluateCustomersNeeds,
): Promise<void> {
  const needs = { ...given, told: hasTold(given.runs) };
  const { runId, first, last, because } = message;
  const run = (await needs.runs.load(runId))?.value;
  if (run?.status !== 'evaluating') return;

  const policy = parsePolicy(run.policyText, 'of the run');
  const pending = await needs.runs.pending(runId, first, last);
  const isLastTry = because !== undefined;
  const results = await pMap(
    pending,
    (id) =>
      isLastTry
        ? evaluateCustomer(id, run, policy, needs)
        : evaluateOrPassOn(id, run, policy, needs),
    { concurrency: CUSTOMERS_AT_ONCE },
  );

  await finishCustomers(
    runId,
    results.filter((each) => each !== undefined),
    needs,
  );
}

async function evaluateOrPassOn(
  customerId: CustomerId,
  run: Run,
  policy: Policy,
  needs: EvaluateCustomerNeeds,
): Promise<CustomerResult | undefined> {
  try {
    return await evaluateCustomer(customerId, run, policy, needs);
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    await needs.queues.evaluateCustomers({
      runId: run.id,
      first: customerId,
      last: customerId,
      because,
    });
    return undefined;
  }
}
