import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import { CustomerId } from '../../../ledger/customer.ts';
import { StaleError } from '../../../run/errors.ts';
import type { Receipt, ReceiptBook, Receipts } from '../../../run/pull/pull-ports.ts';
import { encodeKey } from '../keys.ts';
import { packRow, unpackRows } from '../packed-rows.ts';
import { isConflict, isNotFound } from '../rest-errors.ts';

const HEAD = 'head';
/** A page's row is named after the last id in it, that of the last page sorts after them all. */
const pageKey = (through: string): string => `page:${encodeKey(through)}`;
const LAST_PAGE = 'page~';
const FEW_ROWS = 5;
/** With the head and the page's own row, a transaction holds 100. */
const REMOVED_AT_ONCE = 98;

const PageText = z.array(
  z
    .object({
      id: CustomerId,
      customerId: CustomerId.optional(),
      digest: z.string().optional(),
      etag: z.string().optional(),
    })
    .transform(
      ({ id, customerId, digest, etag }): Receipt => ({
        id,
        customerId: customerId ?? id,
        digest,
        etag,
      }),
    ),
);

type PageRow = { readonly rowKey: string; readonly receipts: readonly Receipt[] };

/**
 * The truth of an id is in the first row at or after its key, so that pages may fall otherwise
 * tomorrow. Every save replaces the head, too: readers that overtake each other notice there.
 */
export const receiptsTable = (table: TableClient): Receipts => ({
  async open(run, source) {
    const partitionKey = `${run.dryRun ? 'dry-run' : 'night'}:${encodeKey(source)}`;
    return bookOf(table, partitionKey, await headEtag(table, partitionKey));
  },
});

function bookOf(table: TableClient, partitionKey: string, head: string | undefined): ReceiptBook {
  let ours = head;
  let target = LAST_PAGE;
  let inside: readonly string[] = [];
  return {
    async page(after, through) {
      const from = after === undefined ? '' : pageKey(after);
      target = through === undefined ? LAST_PAGE : pageKey(through);
      const filter = odata`PartitionKey eq ${partitionKey} and RowKey gt ${from === '' ? HEAD : from}`;
      const rows = await rowsThrough(table, filter, target);
      inside = rows.map(({ rowKey }) => rowKey).filter((rowKey) => rowKey < target);
      return receiptsIn(rows, from, target);
    },

    async around(id) {
      const filter = odata`PartitionKey eq ${partitionKey} and RowKey ge ${pageKey(id)}`;
      const rows = await rowsThrough(table, filter, pageKey(id));
      target = rows[0]?.rowKey ?? LAST_PAGE;
      inside = [];
      return rows[0]?.receipts ?? [];
    },

    async save(receipts) {
      const page = packRow(target, JSON.stringify(receipts.map(shortened)));
      const removed = inside.map((rowKey): TransactionAction => ['delete', keyed(rowKey)]);
      inside = [];
      for (let at = 0; at === 0 || at < removed.length; at += REMOVED_AT_ONCE) {
        const some = removed.slice(at, at + REMOVED_AT_ONCE);
        ours = await saveWithHead(table, partitionKey, ours, [
          ['upsert', { ...keyed(target), ...page }, 'Replace'],
          ...some,
        ]);
      }
    },

    isOurs: async () => (await headEtag(table, partitionKey)) === ours,
  };

  function keyed(rowKey: string) {
    return { partitionKey, rowKey };
  }
}

/** Most customers are whose they say they are. */
const shortened = ({ customerId, ...receipt }: Receipt) =>
  customerId === receipt.id ? receipt : { ...receipt, customerId };

/** Rows up to the first that is at or after a key. */
async function rowsThrough(
  table: TableClient,
  filter: string,
  target: string,
): Promise<readonly PageRow[]> {
  const pages = table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: FEW_ROWS });
  const rows: PageRow[] = [];
  for await (const page of pages)
    for (const row of page) {
      const { rowKey } = z.object({ rowKey: z.string() }).parse(row);
      const text = unpackRows(rowKey, [row]) ?? '[]';
      rows.push({ rowKey, receipts: PageText.parse(JSON.parse(text)) });
      if (rowKey >= target) return rows;
    }
  return rows;
}

/** Of each row, what lies after the row before it; it may hold more, from when pages fell otherwise. */
function receiptsIn(rows: readonly PageRow[], from: string, target: string): Receipt[] {
  return rows.flatMap(({ rowKey, receipts }, at) => {
    const after = rows[at - 1]?.rowKey ?? from;
    const through = rowKey < target ? rowKey : target;
    return receipts.filter(({ id }) => pageKey(id) > after && pageKey(id) <= through);
  });
}

async function headEtag(table: TableClient, partitionKey: string): Promise<string | undefined> {
  try {
    return (await table.getEntity(partitionKey, HEAD)).etag;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function saveWithHead(
  table: TableClient,
  partitionKey: string,
  etag: string | undefined,
  actions: readonly TransactionAction[],
): Promise<string | undefined> {
  const head = { partitionKey, rowKey: HEAD };
  const saveHead: TransactionAction =
    etag === undefined ? ['create', head] : ['update', head, 'Replace', { etag }];
  try {
    const { subResponses } = await table.submitTransaction([saveHead, ...actions]);
    return subResponses[0]?.etag;
  } catch (error) {
    if (!isConflict(error) && !isNotFound(error)) throw error;
    throw new StaleError(`the receipts of "${partitionKey}"`, { cause: error });
  }
}
