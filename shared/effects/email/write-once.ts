import { type FileHandle, link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file wholly or not at all, and never over one that is there: whoever comes second finds
 * it done. What was written is on the disk before the file has its name, so that neither a kill
 * nor a full disk leaves half of it.
 */
export async function writeOnce(path: string, content: Buffer): Promise<void> {
  if (!(await exists(path))) {
    const { draft, file } = await openDraft(path);
    try {
      await fill(file, content);
      await publish(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
    await syncFolder(dirname(path));
  }
  await removeDrafts(path);
}

/** Drafts have numbers, so that those of a killed process are found again without a search. */
const draftOf = (path: string, number: number): string =>
  join(dirname(path), `.${basename(path)}.${number}.draft`);

async function openDraft(path: string): Promise<{ draft: string; file: FileHandle }> {
  for (let number = 0; ; number += 1) {
    const draft = draftOf(path, number);
    try {
      return { draft, file: await open(draft, 'wx') };
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
}

async function fill(file: FileHandle, content: Buffer): Promise<void> {
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A draft that is gone was tidied away by whoever published first. */
async function publish(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if (await exists(path)) return;
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
    await rename(draft, path);
  }
}

/** Once the file has its name, no draft of it is of use to anybody. */
async function removeDrafts(path: string): Promise<void> {
  for (let number = 0; await exists(draftOf(path, number)); number += 1)
    await rm(draftOf(path, number), { force: true });
}

/** So that the name survives a power cut too; some systems cannot open a folder, and need not. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (!hasCode(error, 'EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP')) throw error;
  } finally {
    await handle?.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(`${error.code}`);
