import { join } from 'node:path';
import pMap from 'p-map';
import { always } from '../../local/fakes/latency.ts';
import {
  type FakePartnerCenter,
  startFakePartnerCenter,
} from '../../local/partner-center/fake-partner-center.ts';
import { fakeSettings } from '../../local/partner-center/fake-settings.ts';
import { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { customerIdOf } from '../../shared/ledger/source-facts.ts';
import type { CustomerPortal } from '../../shared/run/portal-ports.ts';
import type { Source } from '../../shared/run/pull/source.ts';
import { startRun } from '../../shared/run/start-run.ts';
import { atMost, type Figure, inSeconds, type Part, shown } from './figure.ts';
import { generateFolder } from './generate-folder.ts';
import { type NightInProcess, withNight } from './night-in-process.ts';
import { fakePartner } from './partner-of-fake.ts';
import { type ChildRun, runScript } from './run-script.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const PULL = import.meta.resolve('./pull-partner-center.ts');
const TODAY = CalendarDate.parse('2026-05-03');
const LATENCY_MS = 100;
const PAGE_SIZE = 500;
/** As many as the client lets be under way. */
const AT_ONCE = 8;
/** Every so manieth customer has spent its budget on the third of the month. */
const FLAGGED_EVERY = 25;
/** Which plan the customer has, and what is in it. */
const CALLS_PER_FLAG = 2;
const SLICES_AT_ONCE = 4;
const MOST_MEGABYTES = 300;
/** Of what is kept: the collector has no reason to leave lying what does not fit. */
const HEAP_MEGABYTES = 64;

/** A night over the fake, as late as the service: how many calls, how long, and how much memory. */
export const partnerCenterNight: Part = async ({ quick }) => {
  const customers = quick ? 1_000 : 5_000;
  const fake = await startFake(customers);
  try {
    return [
      ...(await inTemporaryFolder((folder) => waiting(fake, folder))),
      ...(await inTemporaryFolder((folder) => wholeNight(fake, folder))),
      ...(await inTemporaryFolder((folder) => memory(folder, customers))),
    ];
  } finally {
    await fake.stop();
  }
};

async function startFake(customers: number): Promise<FakePartnerCenter> {
  const fake = await startFakePartnerCenter({
    seed: 'bench',
    customers,
    today: TODAY,
    pageSize: PAGE_SIZE,
  });
  for (const [number, customer] of fake.world.customers.entries())
    customer.budget = number % FLAGGED_EVERY === 0 ? '1' : undefined;
  fake.latency = always(LATENCY_MS);
  fake.application.isRefreshTokenRotated = false;
  return fake;
}

/** The pages of both lists, and the questions about those that are flagged. */
function leastCalls({ world }: FakePartnerCenter): number {
  const users = world.customers.filter(({ azure }) => azure !== 'none');
  const pages = [world.customers, users].map(({ length }) => Math.ceil(length / PAGE_SIZE));
  return flaggedIn(world).length * CALLS_PER_FLAG + pages.reduce((sum, each) => sum + each, 0);
}

const flaggedIn = ({ customers }: FakePartnerCenter['world']) =>
  customers.filter(({ budget, azure }) => budget !== undefined && azure === 'plan');

/** Nothing but the calls, in the order that a night makes them. */
async function waiting(fake: FakePartnerCenter, folder: string): Promise<readonly Figure[]> {
  const { source, portal } = fakePartner(fake, folder);
  // Signing in is no call of Partner Center's.
  await portal.spendParts(fake.world.customers[0]?.id ?? '');
  const before = fake.calls.length;
  const startedAt = performance.now();
  await readAll(source);
  await askOfFlagged(fake, portal);
  const ms = performance.now() - startedAt;
  const calls = fake.calls.length - before;
  const note = `${inSeconds(ms)} for ${calls} calls of ${LATENCY_MS} ms, ${fake.mostInFlight} in flight at most`;
  return [
    atMost(
      'time to ask Partner Center, × calls × latency ÷ 8',
      ms / ((calls * LATENCY_MS) / AT_ONCE),
      1.5,
      {
        note,
      },
    ),
  ];
}

async function readAll(source: Source): Promise<number> {
  const reading = await source.open();
  for await (const _ of reading.identities?.() ?? []);
  let count = 0;
  for (let after: string | undefined; ; ) {
    const page = await reading.customers(after, 100);
    count += page.length;
    const last = page.at(-1);
    after = last && customerIdOf(last);
    if (page.length < 100) break;
  }
  reading.close();
  return count;
}

const askOfFlagged = (fake: FakePartnerCenter, portal: CustomerPortal): Promise<unknown> =>
  pMap(flaggedIn(fake.world), ({ id }) => portal.spendParts(id), { concurrency: 16 });

async function wholeNight(fake: FakePartnerCenter, folder: string): Promise<readonly Figure[]> {
  const data = join(folder, 'data');
  await generateFolder(data, { customers: 1, invoicesEach: 1, spendDays: 0 });
  const before = fake.calls.length;
  const [seconds, evaluated] = await withNight(
    { data, folder, settings: fakeSettings(fake) },
    oneNight,
  );
  const [calls, least] = [fake.calls.length - before, leastCalls(fake)];
  return [
    atMost('calls of a night, × the least possible', calls / least, 1.05, {
      note: `${calls} calls, ${least} at least: ${fake.world.customers.length} customers, ${flaggedIn(fake.world).length} flagged`,
    }),
    shown('  the night, storage and all', `${seconds} for ${evaluated} customers`),
  ];
}

async function oneNight({ needs, waiting: messages }: NightInProcess) {
  const startedAt = performance.now();
  const { id } = await startRun({ asOf: TODAY, dryRun: false }, undefined, needs);
  while (messages.length > 0)
    await pMap(messages.splice(0), ({ run }) => run(), { concurrency: SLICES_AT_ONCE });
  const run = (await needs.runs.load(id))?.value;
  if (run?.status !== 'completed')
    throw new Error(`Cannot measure a night that ended as ${run?.status}: ${run?.because}`);
  return [inSeconds(performance.now() - startedAt), run.evaluated] as const;
}

/** Through processes of their own; what a collector leaves lying stops growing at some size. */
async function memory(folder: string, customers: number): Promise<readonly Figure[]> {
  const small = await pulled(folder, customers * 4);
  const large = await pulled(folder, customers * 20);
  return [
    atMost('peak memory to pull Partner Center', large.peakMegabytes, MOST_MEGABYTES, {
      unit: 'MB',
      note: `${large.printed}; ${small.peakMegabytes.toFixed(0)} MB for ${small.printed}`,
    }),
  ];
}

async function pulled(folder: string, customers: number): Promise<ChildRun> {
  const fake = await startFake(customers);
  fake.latency = always(0);
  try {
    return await runScript(PULL, [folder, JSON.stringify(fakeSettings(fake))], {
      environment: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES}` },
    });
  } finally {
    await fake.stop();
  }
}
