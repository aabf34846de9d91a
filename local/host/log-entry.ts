export const LOG_LEVELS = [
  'trace',
  'debug',
  'information',
  'warning',
  'error',
  'critical',
] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A line from the app (`user`), from its library (`system`) or from the host itself. */
export type LogEntry = {
  readonly level: LogLevel;
  readonly category: 'user' | 'system' | 'host';
  readonly message: string;
  readonly functionName?: string;
  readonly invocationId?: string;
  readonly error?: unknown;
};

export type Log = (entry: LogEntry) => void;
