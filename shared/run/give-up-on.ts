import pMap from 'p-map';
import type { CustomerId } from '../ledger/customer.ts';
import { concluded } from './evaluate-customer.ts';
import type { CustomerResult, Customers, LastNight, Queues } from './ports.ts';
import type { Run } from './run.ts';

const CUSTOMERS_AT_ONCE = 16;

export type GiveUpOnNeeds = { readonly customers: Customers; readonly queues: Queues };

/**
 * The results of customers that will not be tried again. What the run decided before it got stuck
 * stands, and is told: another night would not find it new. The others have failed.
 */
export async function giveUpOn(
  customerIds: readonly CustomerId[],
  because: string,
  run: Run,
  { customers, queues }: GiveUpOnNeeds,
): Promise<CustomerResult[]> {
  return await pMap(
    customerIds,
    async (customerId) => {
      const last = await lastNight(customerId, run, customers);
      return last?.runId === run.id
        ? await concluded(last, customerId, run, queues)
        : { kind: 'failed', customerId, because };
    },
    { concurrency: CUSTOMERS_AT_ONCE },
  );
}

/** A customer that cannot even be loaded is what is often given up on. */
async function lastNight(
  customerId: CustomerId,
  run: Run,
  customers: Customers,
): Promise<LastNight | undefined> {
  try {
    return (await customers.load(run, customerId))?.last;
  } catch {
    return undefined;
  }
}
