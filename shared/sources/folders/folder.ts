import type { Readable } from 'node:stream';

export type FolderFile = {
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: Date;
  readonly etag?: string;
};

/** Files, wherever they are kept. Throws SourceError where they cannot be read. */
export interface Folder {
  /** What a person calls the place. Holds no secret. */
  readonly location: string;
  /** Those right in it. */
  files(): Promise<readonly FolderFile[]>;
  /** What is right in it and no file: folders, links that lead nowhere. */
  others?(): Promise<readonly string[]>;
  /** Those in it at any depth, by names such as "2026/march/part_0.csv". */
  tree(): Promise<readonly FolderFile[]>;
  open(name: string): Promise<Readable>;
}
