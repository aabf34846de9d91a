import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { CustomerId } from '../../ledger/customer.ts';
import type { Customers, LoadedCustomer, Runs } from '../ports.ts';
import type { Run } from '../run.ts';
import { deskDay } from './desk-day.ts';
import type { Desk } from './desk-port.ts';

export type LoadCustomerNeeds = {
  readonly runs: Runs;
  readonly desk: Desk;
  readonly customers: Customers;
  readonly clock: () => Date;
};

export type CustomerAtDesk = {
  readonly loaded: LoadedCustomer;
  /** The last night, by whose sources the customer is known. */
  readonly run: Run;
  readonly today: CalendarDate;
};

/** A customer as its partition holds it now, whatever has been run since the last night. */
export async function loadCustomer(
  customerId: CustomerId,
  { runs, desk, customers, clock }: LoadCustomerNeeds,
): Promise<CustomerAtDesk | undefined> {
  const run = await lastRun(runs, desk);
  const loaded = run === undefined ? undefined : await customers.load(run, customerId);
  if (run === undefined || loaded === undefined) return undefined;
  return { loaded, run, today: deskDay(run, clock()) };
}

/** Before the first night, a run of one customer may have made customers known. */
async function lastRun(runs: Runs, desk: Desk): Promise<Run | undefined> {
  const id = await desk.nightOn(undefined);
  if (id !== undefined) return (await runs.load(id))?.value;
  const decided = (await runs.recent(50)).find(({ dryRun, evaluated }) => !dryRun && evaluated > 0);
  return decided && (await runs.load(decided.id))?.value;
}
