import { once } from 'node:events';
import type { Output } from '../commands/option-values.ts';
import { writeWhole } from '../commands/write-whole.ts';

export async function writeJson(value: unknown, to: Output): Promise<void> {
  const text = `${JSON.stringify(value, undefined, 2)}\n`;
  if (to.kind === 'file') await writeWhole(to.path, text);
  else if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
