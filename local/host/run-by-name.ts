import { randomUUID } from 'node:crypto';
import type { TypedData } from './core-types.ts';
import type { AppFunction, Ended } from './functions.ts';
import { manualTimerInfo, type TimerFunction } from './timers/start-timers.ts';
import type { TimerStatuses } from './timers/timer-status-blob.ts';

/** Runs a function by its name, as `POST /admin/functions/<name>` does. */
export type RunByName = (name: string, input?: unknown) => Promise<Ended>;

export type NamedFunctions = {
  readonly functions: readonly AppFunction[];
  readonly timers: readonly TimerFunction[];
  readonly statuses: () => Promise<TimerStatuses>;
};

/**
 * `input` is a queue's message. A timer is given its stored status, unless `input` is an object,
 * which it then gets for its timer. Throws RangeError for a name that cannot be run so.
 */
export function runByName({ functions, timers, statuses }: NamedFunctions): RunByName {
  return async (name, input) => {
    const found = functions.find((each) => each.name === name);
    if (found === undefined)
      throw new RangeError(`Cannot run "${name}" because the app has no such function`);
    if (found.trigger.type === 'httpTrigger')
      throw new RangeError(`Cannot run "${name}" by name because HTTP wakes it: send a request`);

    const timer = timers.find((each) => each.function === found);
    if (timer === undefined) return runMessage(found, input);
    const isGiven = typeof input === 'object' && input !== null;
    const json = isGiven ? JSON.stringify(input) : await manualTimerInfo(timer, statuses);
    return found.run({ data: { json } });
  };
}

function runMessage({ run }: AppFunction, input: unknown): Promise<Ended> {
  const text = typeof input === 'string' ? input : JSON.stringify(input ?? '');
  const triggerMetadata: Record<string, TypedData> = {
    QueueTrigger: { string: text },
    DequeueCount: { int: 1 },
    Id: { string: randomUUID() },
  };
  return run({ data: { string: text }, triggerMetadata });
}
