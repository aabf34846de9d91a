import { join } from 'node:path';
import { type Host, type HostOptions, startHost } from '../../../local/host/host.ts';
import type { LogEntry } from '../../../local/host/log-entry.ts';

export type FixtureHost = Host & {
  readonly entries: readonly LogEntry[];
  /** What the app has logged so far. */
  said(): string[];
  /** Ends once the app has logged a text that contains this; gives that text. */
  hears(text: string): Promise<string>;
};

const HALF_A_MINUTE = 30_000;

/** Starts an app of test/local/fixtures. */
export async function startFixture(
  app: string,
  options: Partial<HostOptions> = {},
): Promise<FixtureHost> {
  const entries: LogEntry[] = [];
  let heard = (): void => {};
  const host = await startHost({
    appFolder: join(import.meta.dirname, '..', 'fixtures', app),
    connectionString: 'UseDevelopmentStorage=true',
    timers: false,
    ...options,
    log(entry) {
      entries.push(entry);
      heard();
    },
  });
  const find = (text: string) => entries.find(({ message }) => message.includes(text))?.message;
  return {
    ...host,
    entries,
    said: () => entries.flatMap(({ category, message }) => (category === 'user' ? [message] : [])),
    hears(text) {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const late = setTimeout(reject, HALF_A_MINUTE, new Error(`Never heard "${text}"`));
      heard = () => {
        const found = find(text);
        if (found === undefined) return;
        clearTimeout(late);
        resolve(found);
      };
      heard();
      return promise;
    },
  };
}

export const LOCAL_HTTP = { host: '127.0.0.1', port: 0 };
