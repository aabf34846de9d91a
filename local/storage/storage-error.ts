/** The embedded storage cannot be opened or saved; the message is all a person needs. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'it is on a read-only disk',
  ENOTDIR: 'a file is in its way',
  EEXIST: 'a file is in its way',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it cannot be made there',
};

export function cannotOpenFolder(folder: string, error: unknown): StorageError {
  const code = errorCode(error);
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : 'of an unknown error');
  return new StorageError(
    `Cannot open the state folder "${folder}" because ${reason}${code && ` (${code})`}: make it writable or pass another --state`,
    { cause: error },
  );
}

export function cannotReadData(folder: string, error: unknown): StorageError {
  const [said] = (error instanceof Error ? error.message : String(error)).split('\n');
  const why = errorCode(error).endsWith('MODULE_NOT_FOUND')
    ? `a package of its storage is not installed (${said}): run npm ci`
    : `what is saved in it cannot be read (${said}): start with --fresh or pass another --state`;
  return new StorageError(`Cannot open the state folder "${folder}" because ${why}`, {
    cause: error,
  });
}

/** The code of a system error such as ENOENT, or nothing. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
