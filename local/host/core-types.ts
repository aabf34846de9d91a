import type { LogLevel } from './log-entry.ts';

// The shapes that @azure/functions exchanges with the module it calls '@azure/functions-core'.
// They are published nowhere; these are the members its source uses.

/** A value on its way between the host and a function. */
export type TypedData =
  | { readonly string: string }
  | { readonly json: string }
  | { readonly bytes: Uint8Array }
  | { readonly int: number }
  | { readonly double: number }
  | { readonly http: object };

export type Binding = { readonly type: string; readonly direction: string };

export type FunctionMetadata = {
  readonly name: string;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly retryOptions?: object | undefined;
};

export type Handler = (...inputs: unknown[]) => unknown;

export type RetryContext = { readonly retryCount: number; readonly maxRetryCount: number };

export type CoreRequest = {
  readonly invocationId: string;
  readonly functionId: string;
  readonly inputData: readonly { readonly name: string; readonly data: TypedData }[];
  readonly triggerMetadata: Readonly<Record<string, TypedData>>;
  readonly traceContext: null;
  readonly retryContext: RetryContext | null;
};

export type CoreContext = {
  readonly invocationId: string;
  readonly metadata: FunctionMetadata;
  /** The library reads it to tell a log after the end from one in a hook. */
  state: 'preInvocationHooks' | 'invocation' | 'postInvocationHooks' | undefined;
  readonly request: CoreRequest;
  log(level: LogLevel, category: 'user' | 'system', message: string): void;
};

export type InvocationResponse = {
  readonly outputData?: readonly { readonly name: string; readonly data: TypedData }[];
  readonly returnValue?: TypedData | null;
};

export type InvocationModel = {
  getArguments(): Promise<{ context: object; inputs: unknown[] }>;
  invokeFunction(context: object, inputs: unknown[], handler: Handler): Promise<unknown>;
  getResponse(context: object, result: unknown): Promise<InvocationResponse>;
};

export type Capabilities = { HttpUri?: string };

export type ProgrammingModel = {
  getInvocationModel(context: CoreContext): InvocationModel | Promise<InvocationModel>;
  getCapabilities(defaults: Capabilities): Capabilities | Promise<Capabilities>;
};
