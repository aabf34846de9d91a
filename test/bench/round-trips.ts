import { join } from 'node:path';
import type { Queues } from '../../shared/run/ports.ts';
import { startRun } from '../../shared/run/start-run.ts';
import { type Requests, requestsOf } from './counted-requests.ts';
import { atMost, type Figure, type Part, shown } from './figure.ts';
import { generateFolder } from './generate-folder.ts';
import { type NightInProcess, withNight } from './night-in-process.ts';
import { AS_OF } from './portfolio.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** What a customer's slice and the run's rows may add to the customer's own round trips. */
const AMORTISED = 0.2;

type Counts = Record<keyof Queues, { runs: number; requests: number; messages: number }>;

/** Round trips of a customer's first night: nothing is cached, and a third of them get a letter. */
export const roundTrips: Part = ({ quick }) =>
  inTemporaryFolder(async (folder) => {
    const customers = quick ? 200 : 1000;
    const data = join(folder, 'data');
    await generateFolder(data, { customers, invoicesEach: 10, spendDays: 17 });
    const [first, again] = await withNight({ data, folder }, async (night) => [
      await countNight(night),
      await countNight(night),
    ]);
    return [
      ...figuresOf(first, customers),
      atMost(
        'round trips to pull a customer of whom nothing has changed',
        again.pullSource.requests / customers,
        AMORTISED,
        { note: `of ${customers} customers, none written` },
      ),
    ];
  });

/** A night that is run again pulls the same once more. */
async function countNight({ needs, waiting }: NightInProcess): Promise<Counts> {
  const counts: Counts = {
    pullSource: nothing(),
    evaluateCustomers: nothing(),
    closeRun: nothing(),
    sendEmail: nothing(),
    dispatchEmails: nothing(),
  };
  await startRun({ asOf: AS_OF, dryRun: false }, undefined, needs);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    add(counts, next.step, await requestsOf(next.run));
  return counts;
}

const nothing = () => ({ runs: 0, requests: 0, messages: 0 });

function add(counts: Counts, step: keyof Queues, { all, messages }: Requests): void {
  counts[step].runs += 1;
  counts[step].requests += all;
  counts[step].messages += messages;
}

function figuresOf(counts: Counts, customers: number): readonly Figure[] {
  const { pullSource, evaluateCustomers, closeRun, sendEmail } = counts;
  const pulled = pullSource.requests / customers;
  const evaluated = (evaluateCustomers.requests - evaluateCustomers.messages) / customers;
  const of = `of ${customers} customers`;
  return [
    atMost('round trips to pull a customer from a source', pulled, 1 + AMORTISED, { note: of }),
    atMost('round trips to evaluate a customer', evaluated, 2 + AMORTISED, {
      note: `${of}, in ${evaluateCustomers.runs} slices`,
    }),
    shown('  besides, messages that send letters', `${evaluateCustomers.messages}`),
    shown('round trips to close the run', `${closeRun.requests}`),
    shown('round trips to send an e-mail', (sendEmail.requests / sendEmail.runs).toFixed(2)),
  ];
}
