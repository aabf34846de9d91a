import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import type { Folder } from './folder.ts';

/** A policy as it is written, and where. */
export type PolicyText = { readonly text: string; readonly where: string };

/** A folder without a policy of its own has the default one. */
export async function policyText(
  file: string | undefined,
  folder: Folder | undefined,
): Promise<PolicyText> {
  if (file !== undefined) return { text: await readFile(file, 'utf8'), where: file };
  const names = folder === undefined ? [] : await folder.files();
  if (folder === undefined || !names.some(({ name }) => name === 'policy.json'))
    return { text: '{}', where: 'default' };
  const where = `${folder.location}/policy.json`;
  return { text: await textOf(await folder.open('policy.json')), where };
}
