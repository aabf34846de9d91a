const SAID: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied: let this user use it, or name another',
  EADDRINUSE: 'another program listens there: stop it, or choose another port',
  EEXIST: 'a file is in its way: name another',
  EISDIR: 'it is a folder: name a file',
  ENAMETOOLONG: 'its name is too long: choose a shorter one',
  ENOENT: 'it does not exist: check the name',
  ENOSPC: 'the disk is full: make room',
  ENOTDIR: 'a part of its path is no folder: check the name',
  EPERM: 'permission is denied: let this user use it, or name another',
  EROFS: 'it is on a read-only disk: name another place',
};

/** What a system error means to the person at the terminal; undefined for any other error. */
export function systemErrorText(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const said = SAID[String(error.code)];
  return said === undefined ? undefined : `Cannot use ${placeOf(error)} because ${said}`;
}

/** System errors of what is done with a file do not always say which file it was. */
export async function naming<Value>(
  path: string | undefined,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (path !== undefined && error instanceof Error && !('path' in error))
      Object.assign(error, { path });
    throw error;
  }
}

function placeOf(error: Error): string {
  if ('path' in error) return `"${String(error.path)}"`;
  return 'port' in error ? `port ${String(error.port)}` : 'a file';
}
