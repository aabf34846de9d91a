import type { z } from 'zod';
import type { DirectoryEntry } from '../../ledger/directory-entry.ts';
import type { Stored } from '../../run/ports.ts';
import type { DirectoryView } from '../shapes/directory.ts';

export const directoryView = ({
  value,
  etag,
}: Stored<DirectoryEntry>): z.input<typeof DirectoryView> => ({
  customerId: value.customerId,
  tenantIds: value.tenantIds,
  accountingIds: value.accountingIds,
  accountManager: value.accountManager ?? null,
  by: value.by,
  at: value.at,
  etag,
});

export const directoryReply = (stored: Stored<DirectoryEntry>, status: 200 | 201 = 200) => ({
  status,
  headers: { etag: stored.etag },
  content: directoryView(stored),
});
