import { randomUUID } from 'node:crypto';
import type { CoreContext, InvocationResponse, RetryContext, TypedData } from './core-types.ts';
import { runHooks, runLogHooks } from './hooks.ts';
import type { LoadedApp } from './load-app.ts';
import type { Log, LogLevel } from './log-entry.ts';
import type { RegisteredFunction } from './registry.ts';

export type Input = {
  readonly bindingName: string;
  readonly data: TypedData;
  readonly triggerMetadata?: Readonly<Record<string, TypedData>>;
  readonly retryContext?: RetryContext;
  readonly invocationId?: string;
};

export type Invoked = { readonly result: unknown; readonly response: InvocationResponse };

/** What hooks of one app share; per app, not per invocation. */
export type HookData = { readonly appHookData: object; readonly appOnlyHookData: object };

/** What every hook of one invocation sees. */
type Shared = {
  readonly hookData: object;
  readonly appHookData: object;
  invocationContext: object | undefined;
};

/**
 * One call of a function, driven as the worker drives it: arguments, hooks, handler, hooks, response.
 * Throws what the handler threw, unless a postInvocation hook took the error away. Like the worker,
 * it takes a thrown `null` or `undefined` for success.
 */
export async function invoke(
  app: LoadedApp & HookData,
  { metadata, handler }: RegisteredFunction,
  input: Input,
): Promise<Invoked> {
  const invocationId = input.invocationId ?? randomUUID();
  const shared: Shared = {
    hookData: {},
    appHookData: app.appHookData,
    invocationContext: undefined,
  };
  const core = coreContext(app, shared, { metadata, handler }, input, invocationId);
  const model = await app.model.getInvocationModel(core);
  const { context, inputs } = await model.getArguments();
  shared.invocationContext = context;

  const pre = { ...shared, inputs, functionCallback: handler };
  core.state = 'preInvocationHooks';
  await runHooks(app.registry.hooks, 'preInvocation', pre);

  core.state = 'invocation';
  const post = {
    ...shared,
    inputs: pre.inputs,
    ...(await outcome(() => model.invokeFunction(context, pre.inputs, pre.functionCallback))),
  };
  core.state = 'postInvocationHooks';
  await runHooks(app.registry.hooks, 'postInvocation', post);

  if (post.error !== null && post.error !== undefined) throw post.error;
  return { result: post.result, response: await model.getResponse(context, post.result) };
}

async function outcome(
  run: () => Promise<unknown>,
): Promise<{ readonly result: unknown; readonly error: unknown }> {
  try {
    return { result: await run(), error: null };
  } catch (error) {
    return { result: null, error };
  }
}

function coreContext(
  { registry }: LoadedApp,
  shared: Shared,
  { metadata }: RegisteredFunction,
  input: Input,
  invocationId: string,
): CoreContext {
  const source = { functionName: metadata.name, invocationId };
  return {
    invocationId,
    metadata,
    state: undefined,
    request: {
      invocationId,
      functionId: metadata.name,
      inputData: [{ name: input.bindingName, data: input.data }],
      triggerMetadata: input.triggerMetadata ?? {},
      traceContext: null,
      retryContext: input.retryContext ?? null,
    },
    log(level, category, message) {
      const hooked = runLogHooks(registry.hooks, { ...shared, level, category, message });
      logLine(registry.log, category === 'user' ? hooked : { level, message }, category, source);
    },
  };
}

/** A log hook may change what the app says, never what the system says. */
function logLine(
  log: Log,
  { level, message }: { readonly level: LogLevel; readonly message: string },
  category: 'user' | 'system',
  source: { readonly functionName: string; readonly invocationId: string },
): void {
  log({ level, category, message, ...source });
}
