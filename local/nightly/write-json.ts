import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import type { Output } from '../commands/option-values.ts';

/** Writes JSON whole or not at all: a reader of the file never sees half of it. */
export async function writeJson(value: unknown, to: Output): Promise<void> {
  const text = `${JSON.stringify(value, undefined, 2)}\n`;
  if (to.kind === 'stdout') {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    return;
  }
  const draft = `${to.path}.${process.pid}.part`;
  await writeFile(draft, text);
  await rename(draft, to.path);
}
