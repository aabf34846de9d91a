import type { Readable } from 'node:stream';

export type FolderFile = {
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: Date;
  readonly etag?: string;
};

/** Files side by side, wherever they are kept. Throws SourceError where they cannot be read. */
export interface Folder {
  /** What a person calls the place. Holds no secret. */
  readonly location: string;
  files(): Promise<readonly FolderFile[]>;
  open(name: string): Promise<Readable>;
}
