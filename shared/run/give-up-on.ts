import pMap from 'p-map';
import type { CustomerId } from '../ledger/customer.ts';
import type { CustomerResult } from './customer-result.ts';
import { concluded } from './evaluate-customer.ts';
import type { Customers, GivenUp, LoadedCustomer, Queues } from './ports.ts';
import type { Run } from './run.ts';
import { untilFresh } from './until-fresh.ts';

const CUSTOMERS_AT_ONCE = 16;

export type GiveUpOnNeeds = { readonly customers: Customers; readonly queues: Queues };

/**
 * The results of customers that will not be tried again. What the run decided before it got stuck
 * stands, and is told: another night would not find it new. The others have failed, and whoever is
 * still deciding about one of them commits nothing: nobody would be told of it.
 */
export async function giveUpOn(
  customerIds: readonly CustomerId[],
  because: string,
  run: Run,
  needs: GiveUpOnNeeds,
): Promise<CustomerResult[]> {
  return await pMap(
    customerIds,
    (customerId) => untilFresh(() => giveUp({ runId: run.id, because }, customerId, run, needs)),
    { concurrency: CUSTOMERS_AT_ONCE },
  );
}

async function giveUp(
  givenUp: GivenUp,
  customerId: CustomerId,
  run: Run,
  { customers, queues }: GiveUpOnNeeds,
): Promise<CustomerResult> {
  const { because } = givenUp;
  const loaded = await loadedIfAny(customerId, run, customers);
  if (loaded?.last?.runId === run.id) return concluded(loaded.last, customerId, run, queues);
  if (loaded?.givenUp?.runId === run.id)
    return { kind: 'failed', customerId, because: loaded.givenUp.because };
  if (loaded !== undefined && !run.dryRun) await customers.giveUp(loaded, givenUp);
  return { kind: 'failed', customerId, because };
}

/** A customer that cannot even be loaded is what is often given up on. */
async function loadedIfAny(
  customerId: CustomerId,
  run: Run,
  customers: Customers,
): Promise<LoadedCustomer | undefined> {
  try {
    return await customers.load(run, customerId);
  } catch {
    return undefined;
  }
}
