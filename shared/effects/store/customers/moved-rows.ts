import { z } from 'zod';
import { CustomerState } from '../../../decisions/customer-state.ts';
import type { CustomerId } from '../../../ledger/customer.ts';
import type { Move } from '../../../run/loaded-customer.ts';
import { encodeKey } from '../keys.ts';
import { type PackedRow, packRow, unpackRows } from '../packed-rows.ts';

/** Beside the state until the next commit, which takes them in and removes them. */
const PREFIX = 'now:moved:';

const MoveText = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('brought'), state: CustomerState }),
  z.object({ kind: z.literal('left'), part: z.string() }),
]);

export const broughtRow = (from: CustomerId, state: CustomerState): PackedRow =>
  packRow(`${PREFIX}from:${encodeKey(from)}`, JSON.stringify({ kind: 'brought', state }));

export const leftRow = (part: string): PackedRow =>
  packRow(`${PREFIX}left:${encodeKey(part)}`, JSON.stringify({ kind: 'left', part }));

export const readMoves = (
  rows: readonly { readonly rowKey: string }[],
): (Move & { readonly key: string })[] =>
  rows
    .filter(({ rowKey }) => rowKey.startsWith(PREFIX))
    .map((row) => ({
      ...MoveText.parse(JSON.parse(unpackRows(row.rowKey, [row]) ?? '')),
      key: row.rowKey,
    }));
