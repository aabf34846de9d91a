import { inspect } from 'node:util';
import { CommanderError } from 'commander';
import { PolicyError } from '../../shared/policy/parse-policy.ts';
import { RunRefusedError, SourceError, UnavailableError } from '../../shared/run/errors.ts';
import { SettingsError } from '../../shared/settings.ts';
import { BuildError } from '../build-app.ts';
import { HostError } from '../host/host-error.ts';
import { StoppedError } from '../nightly/stop-signal.ts';
import { StorageError } from '../storage/storage-error.ts';
import { systemErrorText } from './system-error.ts';
import { UsageError } from './usage-error.ts';

/** Errors whose message already says what cannot be done, why, and what to do. */
const SAY_IT_ALL = [
  BuildError,
  HostError,
  PolicyError,
  RunRefusedError,
  SettingsError,
  SourceError,
  StoppedError,
  StorageError,
  UnavailableError,
  UsageError,
];

/** One message for the person at the terminal; `run` is what they typed, such as `npm start`. */
export function errorText(error: unknown, run: string, withStack: boolean): string {
  if (withStack) return inspect(error);
  if (error instanceof CommanderError) return commanderText(error, run);
  if (error instanceof Error && SAY_IT_ALL.some((each) => error instanceof each))
    return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return (
    systemErrorText(error) ??
    `Cannot go on with ${run} because of an error nobody foresaw: ${message}\nRun it again with DUEWATCH_STACK=1 to see where, and report it`
  );
}

function commanderText({ code, message }: CommanderError, run: string): string {
  const reason = message
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
  const forgotten =
    code === 'commander.excessArguments' ? `, and options go after --, as in ${run} -- --help` : '';
  return `Cannot run ${run} because of ${reason}: ${run} -- --help lists what it takes${forgotten}`;
}
