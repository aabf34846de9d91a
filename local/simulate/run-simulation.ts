import { availableParallelism } from 'node:os';
import { pMapIterable } from 'p-map';
import type { CustomerId } from '../../shared/ledger/customer.ts';
import type { Staged } from '../../shared/sources/files/staged.ts';
import type { ChosenCustomers } from './chosen-customers.ts';
import type { LineWriter } from './line-writer.ts';
import type { ReplayJob } from './replay-part.ts';
import { replayerHere, replayerInThreads } from './replayers.ts';
import { addSimulation, emptySimulation, type Simulation } from './simulation.ts';

export type RunSimulation = {
  readonly threads: number;
  readonly lines: LineWriter | undefined;
  readonly onCustomers: (done: number) => void;
};

/** A part has about so many nights: some hundredths of a second, and a megabyte of lines. */
const NIGHTS_OF_A_PART = 1_000;
/** Each thread takes the better part of a second to begin and to become fast. */
const NIGHTS_WORTH_A_THREAD = 150_000;

/** As many as the machine has cores, where there is enough to do for them. */
export const threadsFor = ({ count }: ChosenCustomers, job: ReplayJob): number =>
  Math.max(
    1,
    Math.min(availableParallelism(), Math.floor((count * nightsOf(job)) / NIGHTS_WORTH_A_THREAD)),
  );

/**
 * Replays customers, several at once. Parts are added up, and their lines written, in the order of
 * the customers, and wait for whoever reads the lines.
 */
export async function runSimulation(
  staged: Staged,
  { ids }: ChosenCustomers,
  job: ReplayJob,
  { threads, lines, onCustomers }: RunSimulation,
): Promise<Simulation> {
  const replayer =
    threads > 1 ? replayerInThreads(staged, job, threads) : await replayerHere(staged, job);
  const parts = pMapIterable(inParts(ids, nightsOf(job)), replayer.replay, {
    concurrency: threads,
    backpressure: 2 * threads,
  });
  const total = emptySimulation(job);
  try {
    for await (const part of parts) {
      addSimulation(total, part);
      await lines?.write(part.lines);
      if (lines?.isAbandoned) break;
      onCustomers(total.customers);
    }
  } finally {
    await replayer.stop();
  }
  return total;
}

const nightsOf = ({ days, policies }: ReplayJob): number => days.length * policies.length;

function* inParts(
  ids: Iterable<CustomerId>,
  nights: number,
): Generator<readonly CustomerId[], void> {
  const size = Math.max(1, Math.floor(NIGHTS_OF_A_PART / nights));
  let part: CustomerId[] = [];
  for (const id of ids) {
    part.push(id);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
