import type { FolderFile } from '../folders/folder.ts';

export type FilesByName = ReadonlyMap<string, FolderFile>;

type Manifest = { readonly manifest: string; readonly rootFolder: string };

/**
 * The file that a manifest's blob name means. The name is relative to the container or to the
 * export's root folder, and what we list may begin above or below that: so the longest name that
 * fits is taken, at last the file beside the manifest.
 */
export function resolveBlob(
  blobName: string,
  { manifest, rootFolder }: Manifest,
  files: FilesByName,
): FolderFile | undefined {
  const names = [blobName, `${rootFolder}/${blobName}`].map(trimSlashes);
  const above = names.flatMap((name) => placesAbove(manifest, name));
  const below = names.flatMap(shorter);
  const beside = `${folderOf(manifest)}${baseName(blobName)}`;
  const found = [...names, ...above, ...below, beside].find((name) => files.has(name));
  return found === undefined ? undefined : files.get(found);
}

const trimSlashes = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/^\//, '');

/** Where we list the folders above the container too: under each folder the manifest is in. */
function placesAbove(manifest: string, name: string): string[] {
  const folders = manifest.split('/').slice(0, -1);
  return folders.map((_, index) => `${folders.slice(0, index + 1).join('/')}/${name}`).reverse();
}

/** Where we list only a folder of the container. A bare file name is not enough to go by. */
function shorter(name: string): string[] {
  const parts = name.split('/');
  return parts.slice(1, -1).map((_, index) => parts.slice(index + 1).join('/'));
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

const baseName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
