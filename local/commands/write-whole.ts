import { constants } from 'node:fs';
import { access, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { naming } from './system-error.ts';
import { UsageError } from './usage-error.ts';

/** Tells beforehand what would end a long command without its file. Throws UsageError. */
export async function refuseUnwritable(path: string): Promise<void> {
  const target = await targetOf(path);
  await naming(path, () => access(dirname(target), constants.W_OK));
  const known = await stat(target).catch(unlessMissing);
  if (known === undefined || known.isFile()) return;
  throw new UsageError(
    `Cannot write "${path}" because something that is no file is in its place: name a file`,
  );
}

/** A reader of the file sees all of it or what was there before, never half. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const target = await targetOf(path);
  const draft = `${target}.${process.pid}.part`;
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

/** A link stays a link: what it points to is written. */
const targetOf = async (path: string): Promise<string> =>
  (await realpath(path).catch(unlessMissing)) ?? path;

function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
