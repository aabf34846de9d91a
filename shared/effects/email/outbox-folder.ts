import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmailTransport } from '../../run/email/email-ports.ts';
import { mimeMessage } from './mime-message.ts';
import { writeOnce } from './write-once.ts';

/**
 * Delivers into a folder, a file per e-mail that any mail program opens. A file that is there has
 * been delivered and is left alone. Rejects with an Error that says what to do about the folder.
 */
export function outboxFolder(folder: string): EmailTransport {
  return {
    reportsDelivery: false,
    sendSeconds: 0,
    async send(email) {
      const message = await mimeMessage(email);
      try {
        await mkdir(folder, { recursive: true });
        await writeOnce(join(folder, `${email.kind}-${email.id}.eml`), message);
      } catch (error) {
        throw new Error(
          `Cannot write e-mail "${email.id}" to "${folder}" because ${reason(error)}`,
          { cause: error },
        );
      }
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on its disk: free some and run again',
  EDQUOT: 'the disk quota is used up: free some space and run again',
  EFBIG: 'the file would be larger than this process may write: raise the limit and run again',
  EACCES: 'permission is denied: let this user write there, or name another folder',
  EPERM: 'permission is denied: let this user write there, or name another folder',
  EROFS: 'its disk is read-only: name another folder',
  EEXIST: 'a file is in its place: move that file, or name another folder',
  ENOTDIR: 'a file is in its place: move that file, or name another folder',
};

function reason(error: unknown): string {
  if (!(error instanceof Error)) return `${error}: see the cause`;
  const known = 'code' in error ? REASONS[`${error.code}`] : undefined;
  return known ?? `${error.message}: see to that and run again`;
}
