import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { NightReport } from '../../shared/run/report/night-report.ts';

export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** A state folder that no other test uses. */
export const newState = (): string => mkdtempSync(join(tmpdir(), 'duewatch-e2e-'));

/** A message that failed is tried again at once, so that giving up takes no half minute. */
const QUICK = { AzureFunctionsJobHost__extensions__queues__visibilityTimeout: '00:00:00.050' };

export function start(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): ChildProcessByStdio<null, Readable, Readable> {
  const { AzureWebJobsStorage: _, ...inherited } = process.env;
  return spawn(process.execPath, [resolve('local/commands', `${command}.ts`), ...args], {
    env: { ...inherited, ...QUICK, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command as `npm run` does, and waits for its end. */
export async function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  const child = start(command, args, environment);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
}

export type NightEnded = Ended & { readonly report: NightReport };

/** One night whose report is read from standard output. */
export async function night(state: string, ...args: readonly string[]): Promise<NightEnded> {
  const ended = await run('nightly', ['--state', state, '--json', '-', ...args]);
  if (ended.stdout === '') throw new Error(`The night wrote no report: ${ended.stderr}`);
  return { ...ended, report: JSON.parse(ended.stdout) };
}

/** The outbox by file name, with its letters' text; drafts that are being written are not in it. */
export function outbox(state: string): Map<string, string> {
  try {
    const names = readdirSync(join(state, 'outbox'))
      .filter((name) => name.endsWith('.eml'))
      .toSorted();
    return new Map(names.map((name) => [name, readFileSync(join(state, 'outbox', name), 'utf8')]));
  } catch {
    return new Map();
  }
}
