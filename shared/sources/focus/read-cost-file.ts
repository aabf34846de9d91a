import type { CsvRecord } from '../csv/csv-records.ts';
import { type Refused, untilRefused } from '../csv/until-refused.ts';
import { type CostReader, costReader, type ReadFor } from './cost-reader.ts';
import type { CostWriter } from './staging-tables.ts';

export type ReadCosts = { readonly rows: number; readonly isOfCost: boolean };

/**
 * Reads one file, charge by charge. What cannot be read stays behind as rejects; a file that is
 * refused as a whole, or from some line on, counts as one row more, a rejected one. `isCopy` is
 * asked at its end: whether it told only what another file told already.
 */
export async function readCostFile(
  records: AsyncIterable<readonly CsvRecord[]>,
  writer: CostWriter,
  readFor: ReadFor,
  isCopy: () => boolean,
): Promise<ReadCosts> {
  const reader = costReader(writer, readFor);
  const refused = await untilRefused(records, reader);
  if (refused !== undefined) return refuse(refused, reader, writer);

  const { rows, told } = reader.counts();
  writer.finish({ rows, told: told + (isCopy() ? writer.withdraw() : 0), isWhole: true });
  return { rows, isOfCost: true };
}

function refuse({ line, column, reason }: Refused, reader: CostReader, writer: CostWriter) {
  if (reader.isForeign()) writer.forget();
  writer.reject(line, { column, value: '', reason });
  const { rows, told } = reader.isForeign() ? { rows: 0, told: 0 } : reader.counts();
  writer.finish({ rows: rows + 1, told, isWhole: reader.isForeign() });
  return { rows: rows + 1, isOfCost: !reader.isForeign() };
}
