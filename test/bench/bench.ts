import { commandLine, runCommand } from '../../local/commands/command-line.ts';
import { UsageError } from '../../local/commands/usage-error.ts';
import { coldStart } from './cold-start.ts';
import { deskReads } from './desk-reads.ts';
import { drainedEmails } from './drained-emails.ts';
import { type Figure, figuresText, inSeconds, type Part } from './figure.ts';
import { newcomer } from './newcomer.ts';
import { pageLoad } from './page-load.ts';
import { partnerCenterNight } from './partner-center-night.ts';
import { portfolioMemory } from './portfolio-memory.ts';
import { pureDecisions } from './pure-decisions.ts';
import { renderMail } from './render-mail.ts';
import { replay } from './replay.ts';
import { replaySpeed } from './replay-speed.ts';
import { roundTrips } from './round-trips.ts';
import { throughput } from './throughput.ts';

/** The first one measures garbage collection too, so it comes while the heap is empty. */
const PARTS: Record<string, Part> = {
  'pure-decisions': pureDecisions,
  'round-trips': roundTrips,
  'desk-reads': deskReads,
  throughput,
  replay,
  'replay-speed': replaySpeed,
  'portfolio-memory': portfolioMemory,
  'partner-center': partnerCenterNight,
  'render-mail': renderMail,
  'drained-emails': drainedEmails,
  'cold-start': coldStart,
  newcomer,
  'page-load': pageLoad,
};

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
  for (const [name, measure] of Object.entries(PARTS)) {
    if (only !== undefined && only !== name) continue;
    const startedAt = performance.now();
    figures.push(...(await measure({ quick })));
    process.stderr.write(`${name} took ${inSeconds(performance.now() - startedAt)}\n`);
  }
  process.stdout.write(`${figuresText(figures)}\n`);
  if (figures.some(({ isMet }) => !isMet)) process.exitCode = 1;
}
