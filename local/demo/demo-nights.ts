import { createInterface } from 'node:readline';
import pLimit from 'p-limit';
import type { Live } from '../../shared/live.ts';
import { startRun } from '../../shared/run/start-run.ts';
import { watchRun } from '../nightly/watch-run.ts';
import type { Demo } from './demo.ts';

const MOST_NIGHTS = 100;

/** The nights of a demo, one after the other, whoever asks for them. */
export class DemoNights {
  readonly #oneAtATime = pLimit(1);
  readonly #stop = new AbortController();
  #app: { readonly demo: Demo; readonly live: Live } | undefined;

  /**
   * Runs the first night, for there to be something to see, and listens to the terminal from then
   * on; returns what ends that.
   */
  async begin(demo: Demo, live: Live): Promise<() => void> {
    this.#app = { demo, live };
    await live.prepare();
    const [before] = await live.runs.recent(1);
    if (before === undefined) process.stdout.write(`${await this.next()}\n`);
    process.stdout.write(`${invitation(demo)}\n`);
    const lines = createInterface({ input: process.stdin });
    lines.on('line', (line) => void this.#nights(line));
    return () => {
      lines.close();
      this.#stop.abort();
    };
  }

  /** Runs the night of the demo's day to its end, and makes it the next day. */
  next(): Promise<string> {
    return this.#oneAtATime(async () => {
      if (this.#app === undefined) return 'The app is not up yet: try again in a moment.';
      const { demo, live } = this.#app;
      const asOf = demo.day;
      const { id } = await startRun({ asOf, dryRun: false }, undefined, live);
      const run = await watchRun(id, live.runs, () => {}, this.#stop.signal);
      await demo.advance();
      const because = run.because === undefined ? '' : `: ${run.because}`;
      return `The night of ${asOf} ${run.status}${because}; ${run.evaluated} customers. It is ${demo.day} now.`;
    });
  }

  async #nights(line: string): Promise<void> {
    const count = Math.min(MOST_NIGHTS, Math.max(1, Number.parseInt(line, 10) || 1));
    for (let night = 0; night < count && !this.#stop.signal.aborted; night += 1)
      process.stdout.write(`${await this.next().catch(reason)}\n`);
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : 'It failed.');

const invitation = ({ day, url }: Demo): string =>
  [
    `This is a demo: a made-up reseller with 38 customers in its books and 40 in a made-up Partner Center. It is ${day}.`,
    'Four tenants are in nobody’s books, by their id: see "In nobody’s books" in the list of customers.',
    'Enter runs the night and makes it the next day; 14 and Enter runs fourteen.',
    `From elsewhere: curl -X POST ${url}/next-night`,
  ].join('\n');
