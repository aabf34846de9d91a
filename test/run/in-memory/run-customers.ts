import { encodeKey } from '../../../shared/effects/store/keys.ts';
import type { CustomerId } from '../../../shared/ledger/customer.ts';
import { idOfResult, withResults } from '../../../shared/run/customer-result.ts';
import type { Runs } from '../../../shared/run/ports.ts';
import type { RunId } from '../../../shared/run/run.ts';
import type { CustomerRow, Memory } from './memory.ts';

/** Few, so that a small portfolio has several pages and slices. */
const PAGE_SIZE = 3;
const RESULTS_PER_TRANSACTION = 99;

type RunCustomers = Pick<
  Runs,
  'addCustomers' | 'customers' | 'pending' | 'finishCustomers' | 'results'
>;

/** In the order of the table, which is that of the encoded ids. */
export function inMemoryRunCustomers(memory: Memory): RunCustomers {
  const key = (id: RunId, customerId: CustomerId): string => `${id}|${encodeKey(customerId)}`;
  const rowsOf = (id: RunId, from = `${id}|`, to = `${id}}`): CustomerRow[] =>
    [...memory.results]
      .filter(([each]) => from <= each && each <= to)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => structuredClone(row));

  return {
    async addCustomers(id, customerIds) {
      for (const customerId of customerIds)
        if (!memory.results.has(key(id, customerId)))
          memory.results.set(key(id, customerId), { customerId, result: undefined });
    },
    async *customers(id) {
      for (const page of pagesOf(rowsOf(id)))
        yield page.map(({ customerId, result }) => ({ customerId, done: result !== undefined }));
    },
    async pending(id, first, last) {
      return rowsOf(id, key(id, first), key(id, last))
        .filter(({ result }) => result === undefined)
        .map(({ customerId }) => customerId);
    },
    async finishCustomers(stored, results) {
      if (results.length > RESULTS_PER_TRANSACTION)
        throw new RangeError(`Cannot save ${results.length} results in one transaction`);
      const { id } = stored.value;
      const next = withResults(stored.value, results);
      const saved = memory.runs.save(id, stored.etag, next, `run "${id}"`);
      for (const result of results) {
        const customerId = idOfResult(result);
        memory.results.set(key(id, customerId), { customerId, result: structuredClone(result) });
      }
      return saved;
    },
    async *results(id, after) {
      const rows = rowsOf(id).filter(
        ({ customerId }) => after === undefined || key(id, customerId) > key(id, after),
      );
      for (const page of pagesOf(rows)) yield page.flatMap(({ result }) => result ?? []);
    },
  };
}

function* pagesOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += PAGE_SIZE)
    yield rows.slice(start, start + PAGE_SIZE);
}
