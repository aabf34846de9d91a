import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

/**
 * Table Storage's limits: 32K characters to a text property, 64 KiB to a binary one, 1 MiB to an
 * entity, 4 MiB (in base64) to a transaction. Readable while it is short, deflated beyond. Twelve
 * pieces are 720 KB, which stays below 1 MiB in base64 too: that is how Azurite counts.
 */
const TEXT_LIMIT = 30_000;
const PIECE_BYTES = 60_000;
const PIECES_PER_ROW = 12;
const ROWS_PER_TEXT = 4;

export type PackedRow = { rowKey: string; rows?: number } & Record<string, unknown>;

const HeadRow = z.object({ rowKey: z.string(), rows: z.int(), text: z.string().optional() });
const TailRow = z.object({ rowKey: z.string() });
const Piece = z.instanceof(Uint8Array);

/** One row for nearly every text, up to four for a customer with some hundred thousand invoices. */
export function packRows(rowKey: string, text: string): [PackedRow, ...PackedRow[]] {
  if (text.length <= TEXT_LIMIT) return [{ rowKey, rows: 1, text }];
  const bytes = deflateRawSync(text);
  const rowBytes = PIECE_BYTES * PIECES_PER_ROW;
  const count = Math.ceil(bytes.length / rowBytes);
  if (count > ROWS_PER_TEXT)
    throw new RangeError(
      `Cannot store ${text.length} characters under "${rowKey}" because one customer's rows hold ${ROWS_PER_TEXT * rowBytes} bytes: archive invoices that were settled long ago`,
    );
  const tail = Array.from({ length: count - 1 }, (_, index) => ({
    rowKey: tailKey(rowKey, index + 1),
    ...pieces(bytes.subarray((index + 1) * rowBytes, (index + 2) * rowBytes)),
  }));
  return [{ rowKey, rows: count, ...pieces(bytes.subarray(0, rowBytes)) }, ...tail];
}

/** For a text that fits one row: some megabytes of JSON. Throws RangeError beyond. */
export function packRow(rowKey: string, text: string): PackedRow {
  const [row, ...tail] = packRows(rowKey, text);
  if (tail.length === 0) return row;
  throw new RangeError(`Cannot store ${text.length} characters under "${rowKey}" in one row`);
}

/** Undefined where the row is not among these. Rows left over from a longer text are passed over. */
export function unpackRows(rowKey: string, rows: readonly unknown[]): string | undefined {
  const found = rows.find((row) => TailRow.parse(row).rowKey === rowKey);
  if (found === undefined) return undefined;
  const head = HeadRow.parse(found);
  if (head.text !== undefined) return head.text;
  const keys = Array.from({ length: head.rows - 1 }, (_, index) => tailKey(rowKey, index + 1));
  const tail = keys.map((key) => rows.find((row) => TailRow.parse(row).rowKey === key));
  return inflateRawSync(Buffer.concat([found, ...tail].flatMap(bytesOf))).toString('utf8');
}

const tailKey = (rowKey: string, index: number): string => `${rowKey}:part${index}`;

const pieces = (bytes: Uint8Array): Record<string, Uint8Array> =>
  Object.fromEntries(
    Array.from({ length: Math.ceil(bytes.length / PIECE_BYTES) }, (_, index) => [
      `piece${index}`,
      bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES),
    ]),
  );

function bytesOf(row: unknown): Uint8Array[] {
  const properties = z.record(z.string(), z.unknown()).parse(row);
  const names = Array.from({ length: PIECES_PER_ROW }, (_, index) => `piece${index}`);
  return names.filter((name) => name in properties).map((name) => Piece.parse(properties[name]));
}
