import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import type { Reject } from '../../../shared/run/run.ts';
import { stageFolder } from '../../../shared/sources/files/stage-folder.ts';
import { directoryFolder } from '../../../shared/sources/folders/directory-folder.ts';
import type { Folder } from '../../../shared/sources/folders/folder.ts';
import type { FileCounts } from '../../../shared/sources/staging/file-counts.ts';

export const CUSTOMERS = 'customerId,name,currency\nC-1,Contoso,EUR\nC-2,Fabrikam,USD\n';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'files-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A folder of these files, with two customers unless the test brings its own. */
export function folderOf(files: Files): string {
  const path = temporaryFolder();
  for (const [name, content] of Object.entries({ 'customers.csv': CUSTOMERS, ...files }))
    writeFileSync(join(path, name), content);
  return path;
}

export type Read = {
  readonly customers: readonly CustomerFacts[];
  readonly rejects: readonly Reject[];
  readonly counts: readonly FileCounts[];
};

export const readFiles = (files: Files): Promise<Read> => readAll(directoryFolder(folderOf(files)));

export async function readAll(folder: Folder): Promise<Read> {
  const staged = await stageFolder(folder, { stagingFolder: temporaryFolder() });
  const customers = [...staged.customers(undefined, 1_000)];
  const rejects = [...staged.rejects()];
  staged.close();
  return { customers, rejects, counts: staged.files };
}
