import type { CurrencyCode } from '../../ledger/money.ts';
import type { Folder } from '../folders/folder.ts';
import { dataFiles, listingOf } from './data-files.ts';
import { readFile } from './read-file.ts';
import { unpackRow } from './row-cells.ts';
import { CUSTOMERS, INVOICES, type SourceFile } from './source-file.ts';

/** The currencies of a folder's customers, or of its invoices, in the rows that can be read. */
export async function currenciesIn(
  folder: Folder,
  of: 'customers' | 'invoices',
): Promise<ReadonlySet<CurrencyCode>> {
  return of === 'customers' ? read(folder, CUSTOMERS) : read(folder, INVOICES);
}

async function read(
  folder: Folder,
  source: SourceFile<{ readonly currency: CurrencyCode }>,
): Promise<ReadonlySet<CurrencyCode>> {
  const currencies = new Set<CurrencyCode>();
  const data = dataFiles(folder, await listingOf(folder)).find((each) => each.source === source);
  if (data === undefined || data.refusedBecause !== undefined) return currencies;
  await readFile(source, await folder.open(data.file.name), data.isPacked, {
    accept: (_line, { cells, identity }) =>
      currencies.add(unpackRow(source, cells ?? identity).currency),
    reject: () => undefined,
    finish: () => undefined,
  });
  return currencies;
}
