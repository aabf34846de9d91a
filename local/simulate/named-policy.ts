import { basename } from 'node:path';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Folder } from '../../shared/sources/folders/folder.ts';
import { policyText } from '../../shared/sources/folders/policy-text.ts';
import { naming } from '../commands/system-error.ts';
import { UsageError } from '../commands/usage-error.ts';

/** A policy under the name of its file, by which outputs tell two of them apart. */
export type NamedPolicy = { readonly name: string; readonly policy: Policy };

/** The policies to replay: the folder's own, the one named, or two to compare. Throws UsageError. */
export async function namedPolicies(
  paths: readonly string[],
  folder: Folder,
): Promise<readonly [NamedPolicy, ...NamedPolicy[]]> {
  if (paths.length > 2)
    throw new UsageError(
      `Cannot compare ${paths.length} policies because two fit beside each other: pass --policy once or twice`,
    );
  const names = distinctNames(paths);
  const read = async (path: string | undefined, at: number): Promise<NamedPolicy> => {
    const { text, where } = await naming(path, () => policyText(path, folder));
    return { name: names[at] ?? 'policy.json', policy: parsePolicy(text, where) };
  };
  const first = await read(paths[0], 0);
  return paths[1] === undefined ? [first] : [first, await read(paths[1], 1)];
}

/** The names of the files; where those are the same, as they were typed. */
export function distinctNames(paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => basename(path));
  if (new Set(names).size === names.length) return names;
  if (new Set(paths).size === paths.length) return paths;
  return paths.map((path, at) => `${basename(path)} (${at === 0 ? 'A' : 'B'})`);
}
