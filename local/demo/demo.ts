import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { FakeAnswer, FakeRequest } from '../fakes/fake-server.ts';
import { startFakePartnerCenter } from '../partner-center/fake-partner-center.ts';
import { fakeSettings } from '../partner-center/fake-settings.ts';
import { writeDemoData } from './write-demo-data.ts';

const SEED = 'demo';
const CUSTOMERS = 40;
const FIRST_DAY = CalendarDate.parse('2026-05-12');

export type Demo = {
  /** The books: a data folder. */
  readonly data: string;
  readonly url: string;
  /** The settings that point the app at the fake. */
  readonly settings: Readonly<Record<string, string>>;
  /** The day whose night comes next; Partner Center is as it is in that night. */
  readonly day: CalendarDate;
  /** That night is under way: the next one is a day later. */
  advance(): Promise<void>;
  stop(): Promise<void>;
};

export type DemoOptions = {
  readonly state: string;
  readonly fresh: boolean;
  /** Runs the next night, for POST /next-night, and says how it went. */
  readonly nextNight?: () => Promise<string>;
};

/** A reseller with forty customers, in Partner Center and in books, on a day of its own. */
export async function startDemo({ state, fresh, nextNight }: DemoOptions): Promise<Demo> {
  const dayFile = join(state, 'demo-day.txt');
  await mkdir(state, { recursive: true });
  if (fresh) await rm(dayFile, { force: true });
  const fake = await startFakePartnerCenter({
    seed: SEED,
    customers: CUSTOMERS,
    today: await dayIn(dayFile),
    ...(nextNight !== undefined && { control: controlOf(nextNight) }),
  });
  // The fake forgets what it gave out when it ends, and the app does not.
  fake.application.isRefreshTokenRotated = false;
  const data = join(state, 'demo-data');
  await writeDemoData(data, fake.world.customers);
  return {
    data,
    url: fake.url,
    settings: { ...fakeSettings(fake), FOCUS_FOLDER: '', FOCUS_CONTAINER: '' },
    get day() {
      return fake.world.today;
    },
    async advance() {
      fake.world.today = addDays(fake.world.today, 1);
      await writeFile(dayFile, `${fake.world.today}\n`);
    },
    stop: () => fake.stop(),
  };
}

const dayIn = async (file: string): Promise<CalendarDate> => {
  const text = await readFile(file, 'utf8').catch(() => FIRST_DAY);
  return CalendarDate.parse(text.trim());
};

const controlOf =
  (nextNight: () => Promise<string>) =>
  async ({ method, url }: FakeRequest): Promise<FakeAnswer | undefined> =>
    method === 'POST' && url.pathname === '/next-night'
      ? { status: 200, body: `${JSON.stringify({ said: await nextNight() })}\n` }
      : undefined;
