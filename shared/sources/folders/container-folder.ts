import { Readable } from 'node:stream';
import { type BlobItem, type ContainerClient, RestError } from '@azure/storage-blob';
import type { Folder, FolderFile } from './folder.ts';
import { orSourceError, wentAway } from './or-source-error.ts';

/** A folder in an Azure blob container, or under one prefix ("2026/march") of it. */
export function containerFolder(
  container: ContainerClient,
  prefix = '',
  holding = 'customers.csv',
): Folder {
  const under = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  const location = `${container.url.split('?')[0]}/${under}`.replace(/\/$/, '');
  const readable = <Value>(what: string, read: () => Promise<Value>): Promise<Value> =>
    orSourceError(what, (error) => said(error, holding), read);
  return {
    location,

    files: () =>
      readable(location, async () => {
        const files: FolderFile[] = [];
        for await (const item of container.listBlobsByHierarchy('/', { prefix: under }))
          if (item.kind === 'blob') files.push(toFile(item, under));
        return files;
      }),

    tree: () =>
      readable(location, async () => {
        const files: FolderFile[] = [];
        for await (const item of container.listBlobsFlat({ prefix: under }))
          files.push(toFile(item, under));
        return files;
      }),

    open: (name) =>
      readable(`${location}/${name}`, async () => {
        const { readableStreamBody: body } = await container
          .getBlobClient(under + name)
          .download()
          .catch((error: unknown) => {
            throw isGone(error) ? wentAway(`${location}/${name}`, error) : error;
          });
        return body instanceof Readable ? body : Readable.from(body ?? []);
      }),
  };
}

const toFile = ({ name, properties }: BlobItem, under: string): FolderFile => ({
  name: name.slice(under.length),
  size: properties.contentLength ?? 0,
  modifiedAt: properties.lastModified,
  etag: properties.etag,
});

const isGone = (error: unknown): boolean =>
  error instanceof RestError && error.code === 'BlobNotFound';

/** What is wrong, and what a person can do about it. Any other status is worth another try. */
function said(error: unknown, holding: string): string | undefined {
  const statusCode = error instanceof RestError ? error.statusCode : undefined;
  if (statusCode === 404) return `it does not exist: name a container that holds ${holding}`;
  if (statusCode === 401 || statusCode === 403)
    return 'permission is denied: give this identity the role Storage Blob Data Reader';
  return undefined;
}
