import { join } from 'node:path';
import pMap from 'p-map';
import type { Queues } from '../../shared/run/ports.ts';
import { startRun } from '../../shared/run/start-run.ts';
import { bareLoop } from './bare-loop.ts';
import { atLeast, type Figure, median, type Part, shown } from './figure.ts';
import { generateFolder } from './generate-folder.ts';
import { type NightInProcess, type Waiting, withNight } from './night-in-process.ts';
import { daysBeforeNight } from './portfolio.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/**
 * Eight slices, so that the end of one meets the middle of others, and no more nights than needed:
 * the emulator looks through a whole table for every query, and that is not what is measured.
 */
const CUSTOMERS = 512;
const NIGHTS = 7;
const SLICES_AT_ONCE = 4;
/** As many as four slices have under way. */
const CUSTOMERS_AT_ONCE = 16;

/** A night's slices and then the bare requests that they come down to, night after night. */
export const throughput: Part = ({ quick }) =>
  inTemporaryFolder(async (folder) => {
    const data = join(folder, 'data');
    await generateFolder(data, { customers: CUSTOMERS, invoicesEach: 10, spendDays: 17 });
    return await withNight({ data, folder }, (night) => compare(night, quick ? 3 : NIGHTS));
  });

type Seconds = { readonly ours: number; readonly bare: number };

/** The first night is left out: it warms both up, and finds no state. */
async function compare(night: NightInProcess, nights: number): Promise<readonly Figure[]> {
  const bare = await bareLoop(night.connectionString);
  const all: Seconds[] = [];
  for (let number = 0; number <= nights; number += 1) {
    const slices = await nightUpToSlices(night, number);
    const ours = await secondsOf(() =>
      pMap(slices, ({ run }) => run(), { concurrency: SLICES_AT_ONCE }),
    );
    const written = await bare.prepare();
    all.push({ ours, bare: await secondsOf(() => bare.run(written, CUSTOMERS_AT_ONCE)) });
    await workOff(night, 'closeRun');
    await workOff(night, 'sendEmail');
  }
  return figuresOf(all.slice(1));
}

/** Nights only go forward, each to the day after the one before. */
async function nightUpToSlices(night: NightInProcess, number: number) {
  await startRun({ asOf: daysBeforeNight(-number), dryRun: false }, undefined, night.needs);
  await workOff(night, 'pullSource');
  return take(night, 'evaluateCustomers');
}

async function workOff(night: NightInProcess, step: keyof Queues): Promise<void> {
  for (const { run } of take(night, step)) await run();
}

function take({ waiting }: NightInProcess, step: keyof Queues): readonly Waiting[] {
  const taken = waiting.filter((each) => each.step === step);
  waiting.splice(0, waiting.length, ...waiting.filter((each) => each.step !== step));
  return taken;
}

/** Each night is compared with itself, so that a machine that slows down slows both. */
function figuresOf(nights: readonly Seconds[]): readonly Figure[] {
  const ratio = median(nights.map(({ ours, bare }) => bare / ours));
  const perSecond = (of: keyof Seconds): string =>
    (CUSTOMERS / median(nights.map((each) => each[of]))).toFixed(0);
  return [
    atLeast('evaluating and committing, against a bare loop', ratio, 0.7, {
      note: `median of ${nights.length} nights, ${CUSTOMERS_AT_ONCE} customers at once`,
    }),
    shown('  customers a second, ours and bare', `${perSecond('ours')} and ${perSecond('bare')}`),
  ];
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
