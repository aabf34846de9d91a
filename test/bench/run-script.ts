import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const TELL_RESOURCES = import.meta.resolve('./tell-resources.ts');
const Resources = z.object({ maxRSS: z.number(), cpuTime: z.number() });

/** How a process of its own went: what it took and what it printed. */
export type ChildRun = {
  readonly seconds: number;
  /** Of all its threads: the same however busy the machine is. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly printed: string;
};

type Start = { readonly environment?: NodeJS.ProcessEnv };

/** Runs a script of ours, named as import.meta.resolve names it, to its end. */
export async function runScript(
  script: string,
  args: readonly string[],
  { environment = {} }: Start = {},
): Promise<ChildRun> {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', TELL_RESOURCES, fileURLToPath(script), ...args],
    {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const [printed, said, resources, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    textOf(child.stdio[3]),
    once(child, 'close'),
  ]);
  if (code !== 0)
    throw new Error(`Cannot measure "${script}" because it ended with ${code}: ${said}`);
  const seconds = (performance.now() - startedAt) / 1000;
  const { maxRSS, cpuTime } = Resources.parse(JSON.parse(resources));
  return {
    seconds,
    processorSeconds: cpuTime / 1_000_000,
    peakMegabytes: maxRSS / 1024,
    printed,
  };
}

const textOf = (stream: unknown): Promise<string> =>
  stream instanceof Readable ? text(stream) : Promise.resolve('');
