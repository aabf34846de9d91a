import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HostError, reason } from './host-error.ts';

const HostJson = z.looseObject({
  version: z.literal('2.0'),
  extensions: z
    .looseObject({
      http: z.looseObject({ routePrefix: z.string().default('api') }).prefault({}),
      queues: z.record(z.string(), z.unknown()).default({}),
    })
    .prefault({}),
});
export type HostJson = z.infer<typeof HostJson>;

export function readHostJson(appFolder: string): HostJson {
  const file = join(appFolder, 'host.json');
  try {
    return HostJson.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const said = error instanceof z.ZodError ? z.prettifyError(error) : reason(error);
    throw new HostError(`Cannot read "${file}": ${said}`, { cause: error });
  }
}
