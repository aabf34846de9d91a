import type { FolderFile } from '../folders/folder.ts';
import type { ExportRun } from './manifest.ts';
import { type FilesByName, resolveBlob } from './resolve-blob.ts';

export type CheckedBlobs =
  | { readonly kind: 'whole'; readonly files: readonly FolderFile[] }
  | { readonly kind: 'refused'; readonly value: string; readonly reason: string };

/** The files of a run, where all that its manifest names are there, and of the size it says. */
export function checkBlobs(run: ExportRun, files: FilesByName): CheckedBlobs {
  const refused = (value: string, reason: string): CheckedBlobs => ({
    kind: 'refused',
    value,
    reason,
  });
  if (run.blobCount !== undefined && run.blobCount !== run.blobs.length)
    return refused(`${run.blobCount}`, `names ${run.blobs.length} of its ${run.blobCount} blobs`);

  const found: FolderFile[] = [];
  for (const { blobName, byteCount } of run.blobs) {
    const file = resolveBlob(blobName, run, files);
    if (file === undefined) return refused(blobName, 'names a blob that is not there');
    if (found.includes(file)) return refused(blobName, 'names one blob twice');
    if (byteCount !== undefined && byteCount !== file.size)
      return refused(blobName, `says ${byteCount} bytes of a blob that has ${file.size}`);
    found.push(file);
  }
  return { kind: 'whole', files: found };
}
