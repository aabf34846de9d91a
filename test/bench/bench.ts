import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { commandLine, runCommand } from '../../local/commands/command-line.ts';
import { UsageError } from '../../local/commands/usage-error.ts';
import { type Figure, figuresText, inSeconds } from './figure.ts';
import { PARTS } from './parts.ts';

const MEASURE_PART = join(import.meta.dirname, 'measure-part.ts');
const Figures = z.array(
  z.object({ what: z.string(), measured: z.string(), wanted: z.string(), isMet: z.boolean() }),
);
const names = Object.keys(PARTS).join(', ');

const command = commandLine('npm run bench', 'Measures what Duewatch promises of its speed.')
  .option('--only <part>', `one part alone: ${names}`)
  .option('--quick', 'smaller sizes', false)
  .addHelpText('after', '\nEnds with 0: all as wanted; 1: something is not; 2: cannot start.')
  .action(bench);

await runCommand(command);

async function bench({ only, quick }: { only?: string; quick: boolean }): Promise<void> {
  if (only !== undefined && !Object.hasOwn(PARTS, only))
    throw new UsageError(`Cannot measure "${only}" because it is no part: choose one of ${names}`);
  const figures: Figure[] = [];
  for (const name of only === undefined ? Object.keys(PARTS) : [only]) {
    const startedAt = performance.now();
    figures.push(...(await measured(name, quick)));
    process.stderr.write(`${name} took ${inSeconds(performance.now() - startedAt)}\n`);
  }
  process.stdout.write(`${figuresText(figures)}\n`);
  if (figures.some(({ isMet }) => !isMet)) process.exitCode = 1;
}

/** In a process of its own: no part finds another's heap, or code that was compiled for another. */
async function measured(name: string, quick: boolean): Promise<readonly Figure[]> {
  const child = fork(MEASURE_PART, [name, ...(quick ? ['quick'] : [])]);
  const figures: Figure[] = [];
  child.on('message', (message) => figures.push(...Figures.parse(message)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Cannot measure "${name}" because it ended with ${code}`);
  return figures;
}
