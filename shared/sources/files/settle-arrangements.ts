import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { CurrencyCode } from '../../ledger/money.ts';
import { VALUE_LIMIT } from '../csv/cell-text.ts';
import { readAmount } from './amount.ts';
import type { ArrangementRow } from './arrangements-csv.ts';
import { unpackRow } from './row-cells.ts';
import { ARRANGEMENTS, CUSTOMERS, INVOICES, type SourceFile } from './source-file.ts';
import type { Rejection } from './staging-tables.ts';

const StoredArrangement = z.object({ key: z.string(), line: z.int(), identity: z.string() });
const StoredCells = z.object({ cells: z.string() }).optional();

/** An arrangement says nothing of its currency: the invoice it names does, or the customer. */
export function rejectArrangements(database: DatabaseSync): void {
  const currencyOf = currencies(database);
  database.exec('CREATE TABLE unfounded (line INTEGER) STRICT');
  const note = database.prepare('INSERT INTO unfounded VALUES (?)');
  const reject = database.prepare(`INSERT INTO rejects VALUES (${ARRANGEMENTS.order}, ?, ?, ?, ?)`);
  const all = database.prepare(
    `SELECT key, line, identity FROM facts INDEXED BY by_identity WHERE file = ${ARRANGEMENTS.order}`,
  );

  for (const stored of all.iterate()) {
    const { key, line, identity } = StoredArrangement.parse(stored);
    const row = unpackRow(ARRANGEMENTS, identity);
    const fault = faultOf(row, currencyOf(key, row.invoiceId));
    if (fault === undefined) continue;
    note.run(line);
    reject.run(line, fault.column, fault.value.slice(0, VALUE_LIMIT), fault.reason);
  }

  database.exec(`
    DELETE FROM facts
      WHERE file = ${ARRANGEMENTS.order} AND line IN (SELECT line FROM unfounded);
    DROP TABLE unfounded;`);
}

function faultOf(
  { invoiceId, amount }: ArrangementRow,
  currency: CurrencyCode | undefined,
): Rejection | undefined {
  if (currency === undefined)
    return {
      column: 'invoiceId',
      value: invoiceId ?? '',
      reason: `no invoice "${invoiceId?.slice(0, VALUE_LIMIT)}" of this customer`,
    };
  if (amount === undefined) return undefined;
  const read = readAmount(amount, currency);
  if ('reason' in read) return { column: 'amount', value: amount, reason: read.reason };
  if (read.minorUnits < 0) return { column: 'amount', value: amount, reason: 'is negative' };
  return undefined;
}

/** Undefined where the customer has no such invoice. */
function currencies(database: DatabaseSync) {
  const customer = database.prepare(
    `SELECT cells FROM facts WHERE key = ? AND file = ${CUSTOMERS.order}`,
  );
  const invoice = database.prepare(
    `SELECT cells FROM facts INDEXED BY by_identity
      WHERE file = ${INVOICES.order} AND identity = ? AND key = ?`,
  );
  return (key: string, invoiceId: string | undefined): CurrencyCode | undefined => {
    if (invoiceId === undefined) return currencyIn(CUSTOMERS, customer.get(key));
    return currencyIn(INVOICES, invoice.get(invoiceId, key));
  };
}

function currencyIn(
  file: SourceFile<{ readonly currency: CurrencyCode }>,
  stored: unknown,
): CurrencyCode | undefined {
  const found = StoredCells.parse(stored);
  return found && unpackRow(file, found.cells).currency;
}
