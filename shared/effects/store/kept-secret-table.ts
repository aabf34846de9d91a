import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { isNotFound } from './rest-errors.ts';

const PARTITION = 'secrets';
const ALGORITHM = 'aes-256-gcm';
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

const Row = z.object({ of: z.string(), sealed: z.string() });

type Kept = {
  readonly name: string;
  /** The secret as a setting has it. Once it is another, what was kept of the old one is void. */
  readonly first: string;
  /** Another secret, without which nobody reads the row. */
  readonly sealedWith: string;
};

/** A secret that is renewed by its use and cannot be written back to its setting. Encrypted. */
export function keptSecretTable(table: TableClient, { name, first, sealedWith }: Kept) {
  const of = createHash('sha256').update(first).digest('hex').slice(0, 16);
  const key = Buffer.from(hkdfSync('sha256', sealedWith, name, 'kept by duewatch', 32));
  return {
    async read(): Promise<string> {
      try {
        const row = Row.parse(await table.getEntity(PARTITION, name));
        return row.of === of ? (unsealed(row.sealed, key) ?? first) : first;
      } catch (error) {
        if (isNotFound(error)) return first;
        throw error;
      }
    },
    /** The last one that was renewed holds, whoever renewed it: each of them does. */
    async keep(secret: string): Promise<void> {
      const row = { partitionKey: PARTITION, rowKey: name, of, sealed: sealed(secret, key) };
      await table.upsertEntity(row, 'Replace');
    },
  };
}

function sealed(text: string, key: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64');
}

/** Undefined where it was sealed with another secret, which has been replaced since. */
function unsealed(text: string, key: Buffer): string | undefined {
  const all = Buffer.from(text, 'base64');
  const tagEnd = NONCE_BYTES + TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, all.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(all.subarray(NONCE_BYTES, tagEnd));
  try {
    return decipher.update(all.subarray(tagEnd), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
