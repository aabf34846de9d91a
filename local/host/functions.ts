import { type NamedTrigger, readTrigger } from './bindings.ts';
import { reason } from './host-error.ts';
import { type HookData, type Input, type Invoked, invoke } from './invoke.ts';
import type { LoadedApp } from './load-app.ts';
import { writeOutputs } from './outputs.ts';
import type { RegisteredFunction } from './registry.ts';
import type { StorageAccess } from './storage-access.ts';
import type { WorkInFlight } from './work-in-flight.ts';

/** A function of the app, ready to run. */
export type AppFunction = NamedTrigger & {
  readonly name: string;
  /** Handler, hooks and outputs. A failure is logged and returned, never thrown. */
  run(input: Omit<Input, 'bindingName'>): Promise<Ended>;
};

export type Ended =
  | ({ readonly kind: 'succeeded' } & Invoked)
  | { readonly kind: 'failed'; readonly error: unknown };

export type RunFunctions = {
  readonly app: LoadedApp & HookData;
  readonly storage: StorageAccess;
  readonly work: WorkInFlight;
};

/** Throws HostError for a function whose bindings this host does not know. */
export function appFunctions(needs: RunFunctions): AppFunction[] {
  return [...needs.app.registry.functions.values()].map((registered) => {
    const { name } = registered.metadata;
    const named = readTrigger(registered.metadata);
    const { bindingName } = named;
    warnOfRetries(needs, registered);
    return {
      ...named,
      name,
      run: (input) => needs.work.track(runFunction(needs, registered, { ...input, bindingName })),
    };
  });
}

function warnOfRetries({ app }: RunFunctions, { metadata }: RegisteredFunction): void {
  if (metadata.retryOptions === undefined) return;
  const { name: functionName } = metadata;
  const message = `The retry policy of ${functionName} has no effect on this machine`;
  app.registry.log({ level: 'warning', category: 'host', message, functionName });
}

async function runFunction(
  { app, storage }: RunFunctions,
  registered: RegisteredFunction,
  input: Input,
): Promise<Ended> {
  const { log } = app.registry;
  const functionName = registered.metadata.name;
  const startedAt = performance.now();
  const took = (): string => `${Math.round(performance.now() - startedAt)} ms`;
  try {
    const invoked = await invoke(app, registered, input);
    await writeOutputs(registered.metadata, invoked.response, storage);
    const message = `${functionName} succeeded in ${took()}`;
    log({ level: 'debug', category: 'host', message, functionName });
    return { kind: 'succeeded', ...invoked };
  } catch (error) {
    const message = `${functionName} failed after ${took()}: ${reason(error)}`;
    log({ level: 'error', category: 'host', message, functionName, error });
    return { kind: 'failed', error };
  }
}
