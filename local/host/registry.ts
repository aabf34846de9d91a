import type { FunctionMetadata, Handler, ProgrammingModel } from './core-types.ts';
import { HOOK_NAMES, type HookName, type HookRegistry } from './hooks.ts';
import type { Log, LogLevel } from './log-entry.ts';

export type RegisteredFunction = {
  readonly metadata: FunctionMetadata;
  readonly handler: Handler;
};

/** What an app registered while it was loaded. */
export type Registry = {
  readonly functions: Map<string, RegisteredFunction>;
  readonly hooks: HookRegistry;
  readonly log: Log;
  /** Once closed, no function can be added any more. */
  isOpen: boolean;
};

/** The host's rule, which the worker does not have; `host` is a name of its own. */
const FUNCTION_NAME = /^(?!host$)[a-z][a-z0-9_-]{0,127}$/;

export function openRegistry(log: Log): Registry {
  return {
    functions: new Map(),
    hooks: new Map(HOOK_NAMES.map((name) => [name, []])),
    log,
    isOpen: true,
  };
}

// The library asks for its core once per process and tells its model once, so both stay.
let current: Registry | undefined;
let model: ProgrammingModel | undefined;

/** From here on, what is registered is registered here. */
export function useRegistry(registry: Registry): void {
  current = registry;
}

export const programmingModel = (): ProgrammingModel | undefined => model;

type Disposable = { dispose(): void };

/** The module '@azure/functions-core', as far as @azure/functions uses it. */
export const functionsCore = {
  version: '3.12.0',
  hostVersion: '4.0.0',

  setProgrammingModel(given: ProgrammingModel): void {
    model = given;
  },

  getProgrammingModel: programmingModel,

  registerFunction(metadata: FunctionMetadata, handler: Handler): Disposable {
    const { functions, isOpen } = registry();
    if (!isOpen) throw systemError('A function can only be registered during app startup.');
    refuseName(metadata.name, functions);
    functions.set(metadata.name, { metadata, handler });
    return { dispose: () => void functions.delete(metadata.name) };
  },

  registerHook(name: string, callback: (context: object) => unknown): Disposable {
    const hooks = registry().hooks.get(hookName(name)) ?? [];
    hooks.push(callback);
    return {
      dispose() {
        const index = hooks.indexOf(callback);
        if (index >= 0) hooks.splice(index, 1);
      },
    };
  },

  log(level: LogLevel, category: 'user' | 'system', message: string): void {
    current?.log({ level, category, message });
  },
};

function registry(): Registry {
  if (current !== undefined) return current;
  throw systemError('Cannot register because no host is starting an app');
}

function refuseName(name: string, functions: ReadonlyMap<string, unknown>): void {
  if (functions.has(name))
    throw systemError(
      `Cannot register the function "${name}" because another has that name: rename one of them`,
    );
  if (!FUNCTION_NAME.test(name))
    throw systemError(
      `Cannot register the function "${name}" because of its name: start with a small letter, go on with up to 127 of a-z, 0-9, _ and -, and do not call it host`,
    );
}

function hookName(name: string): HookName {
  const known = HOOK_NAMES.find((each) => each === name);
  if (known !== undefined) return known;
  throw systemError(`Unrecognized hook "${name}"`, RangeError);
}

/** The library tells the platform's errors from the app's by this mark. */
const systemError = (message: string, Kind: ErrorConstructor | RangeErrorConstructor = Error) =>
  Object.assign(new Kind(message), { isAzureFunctionsSystemError: true });
