import { Command, CommanderError } from 'commander';
import { errorText } from './error-text.ts';
import { UsageError } from './usage-error.ts';

/** Once work has begun, a failure is no longer "cannot start": it ends with 1 instead of 2. */
export type Work = { hasBegun: boolean };

/** An empty command of this project; `run` is what a person types, such as `npm run simulate`. */
export function commandLine(run: string, about: string): Command {
  return new Command(run)
    .usage('-- [options]')
    .description(about)
    .helpOption('-h, --help', 'show this and end')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
}

/**
 * Parses the command line and runs the command's action. An action that ends with anything but 0
 * sets process.exitCode; one that throws ends with one message, without a stack.
 */
export async function runCommand(
  command: Command,
  work: Work = { hasBegun: false },
): Promise<void> {
  const fail = onlyOnce((error: unknown): void => {
    process.exitCode = work.hasBegun ? 1 : 2;
    const withStack = Boolean(process.env['DUEWATCH_STACK']);
    process.stderr.write(`${errorText(error, command.name(), withStack)}\n`);
  });
  letReadersLeave(fail);
  try {
    refuseTakenByNpm(command, process.env);
    await command.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError && error.exitCode === 0)) fail(error);
  }
}

/** What cannot be written fails twice: as the write, and as the stream. One message is enough. */
function onlyOnce(tell: (error: unknown) => void): (error: unknown) => void {
  let hasTold = false;
  return (error) => {
    if (!hasTold) tell(error);
    hasTold = true;
  };
}

/** `| head` closes the pipe early; what is still written then goes nowhere, and that is fine. */
function letReadersLeave(fail: (error: unknown) => void): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
      if (!('code' in error && error.code === 'EPIPE'))
        fail(Object.assign(error, { path: 'standard output' }));
    });
}

/** npm keeps options before `--` for itself: a --dry-run among them would be no dry run. */
function refuseTakenByNpm(command: Command, env: NodeJS.ProcessEnv): void {
  if (env['npm_lifecycle_event'] === undefined) return;
  const taken = command.options.find(({ long }) => env[npmVariable(long ?? '')]);
  if (taken === undefined) return;
  throw new UsageError(
    `Cannot run ${command.name()} because npm kept ${taken.long} for itself: write ${command.name()} -- ${taken.long}`,
  );
}

const npmVariable = (option: string): string =>
  `npm_config_${option.replace(/^--/, '').replaceAll('-', '_')}`;
