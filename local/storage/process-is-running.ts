import { readFileSync } from 'node:fs';
import { errorCode } from './storage-error.ts';

/**
 * Whether a process with this id lives, and, where the system tells, whether its command line
 * contains `word`: ids are reused, and in a container the same few come back at every start.
 */
export function processIsRunning(id: number, word = ''): boolean {
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  const commandLine = commandLineOf(id);
  return commandLine === undefined || (commandLine !== '' && commandLine.includes(word));
}

/** Empty for a process that has died but was not reaped; undefined where there is no /proc. */
function commandLineOf(id: number): string | undefined {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return undefined;
  }
}
