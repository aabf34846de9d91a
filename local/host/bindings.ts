import { z } from 'zod';
import type { Binding, FunctionMetadata } from './core-types.ts';
import { HostError } from './host-error.ts';

const Connection = z.string().default('AzureWebJobsStorage');

const HttpTrigger = z.object({
  type: z.literal('httpTrigger'),
  methods: z.array(z.string().toUpperCase()),
  authLevel: z.enum(['anonymous', 'function', 'admin']),
  route: z.string().optional(),
});

const TimerTrigger = z.object({
  type: z.literal('timerTrigger'),
  schedule: z.string(),
  runOnStartup: z.boolean().default(false),
  useMonitor: z.boolean().default(true),
});

const QueueTrigger = z.object({
  type: z.literal('queueTrigger'),
  queueName: z.string(),
  connection: Connection,
});

const Trigger = z.discriminatedUnion('type', [HttpTrigger, TimerTrigger, QueueTrigger]);

export type HttpTrigger = z.infer<typeof HttpTrigger>;
export type TimerTrigger = z.infer<typeof TimerTrigger>;
export type QueueTrigger = z.infer<typeof QueueTrigger>;

/** The trigger of a function, and the name under which the library expects its input. */
export type NamedTrigger = {
  readonly bindingName: string;
  readonly trigger: z.infer<typeof Trigger>;
};

const QueueOutput = z.object({
  type: z.literal('queue'),
  queueName: z.string(),
  connection: Connection,
});
const TableOutput = z.object({
  type: z.literal('table'),
  tableName: z.string(),
  connection: Connection,
  partitionKey: z.string().optional(),
  rowKey: z.string().optional(),
});
const HttpOutput = z.object({ type: z.literal('http') });

export const Output = z.discriminatedUnion('type', [QueueOutput, TableOutput, HttpOutput]);
export type QueueOutput = z.infer<typeof QueueOutput>;
export type TableOutput = z.infer<typeof TableOutput>;

/** Throws HostError for a binding that this host does not imitate: better now than at night. */
export function readTrigger({ name, bindings }: FunctionMetadata): NamedTrigger {
  const named: NamedTrigger[] = [];
  for (const [bindingName, binding] of Object.entries(bindings)) {
    if (binding.direction === 'out') supported(name, binding, Output);
    else named.push({ bindingName, trigger: supported(name, binding, Trigger) });
  }
  const [trigger] = named;
  if (trigger !== undefined) return trigger;
  throw new HostError(`Cannot run the function "${name}" because it has no trigger`);
}

function supported<Kind>(name: string, binding: Binding, schema: z.ZodType<Kind>): Kind {
  const read = schema.safeParse(binding);
  if (read.success) return read.data;
  throw new HostError(
    `Cannot run the function "${name}" on this machine because of its binding "${binding.type}": ${z.prettifyError(read.error)}`,
    { cause: read.error },
  );
}
