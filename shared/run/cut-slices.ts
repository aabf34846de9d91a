import pMap from 'p-map';
import { beginEvaluating } from './begin-evaluating.ts';
import { finishCustomers } from './finish-customers.ts';
import type { PendingCustomer, Queues, Runs } from './ports.ts';
import { noSourceBecause, type RunId } from './run.ts';

/** Customers per message: enough that a message costs a customer little, few enough to spread. */
const SLICE_SIZE = 64;

export type CutSlicesNeeds = { readonly runs: Runs; readonly queues: Queues };

/**
 * When every source is in, makes a message of every slice that has a customer left to evaluate.
 * Safe to repeat: a slice that comes twice finds its customers done. Where no source was read to
 * its end, customers that were read before it broke off have failed with it.
 */
export async function cutSlices(runId: RunId, needs: CutSlicesNeeds): Promise<void> {
  const handOn: Parameters<typeof beginEvaluating>[1] = async (page, _run, sources) => {
    const because = noSourceBecause(sources);
    if (because !== undefined) await failSlices(runId, slicesOf(page), because, needs);
    else await queueSlices(runId, slicesOf(page), needs);
  };
  await beginEvaluating(runId, handOn, needs);
}

type Slice = readonly [PendingCustomer, ...PendingCustomer[]];

async function queueSlices(
  runId: RunId,
  slices: readonly Slice[],
  { queues }: CutSlicesNeeds,
): Promise<void> {
  await pMap(
    slices,
    (slice) => {
      const { customerId: first } = slice[0];
      return queues.evaluateCustomers({
        runId,
        first,
        last: slice.at(-1)?.customerId ?? first,
      });
    },
    { concurrency: 16 },
  );
}

async function failSlices(
  runId: RunId,
  slices: readonly Slice[],
  because: string,
  needs: CutSlicesNeeds,
): Promise<void> {
  for (const slice of slices) {
    const results = slice.map(
      ({ customerId }) => ({ kind: 'failed', customerId, because }) as const,
    );
    await finishCustomers(runId, results, needs);
  }
}

function slicesOf(page: readonly PendingCustomer[]): Slice[] {
  const slices: Slice[] = [];
  for (let start = 0; start < page.length; start += SLICE_SIZE) {
    const [first, ...rest] = page.slice(start, start + SLICE_SIZE);
    if (first !== undefined && [first, ...rest].some(({ done }) => !done))
      slices.push([first, ...rest]);
  }
  return slices;
}
