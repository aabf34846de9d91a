import type { TableClient, TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import { CustomerNight } from '../../../decisions/customer-night.ts';
import { CustomerId } from '../../../ledger/customer.ts';
import { type CustomerResult, idOfResult, withResults } from '../../../run/customer-result.ts';
import { StaleError } from '../../../run/errors.ts';
import type { Runs } from '../../../run/ports.ts';
import { encodeKey } from '../keys.ts';
import { packRow, unpackRows } from '../packed-rows.ts';
import { isConflict } from '../rest-errors.ts';
import { EmailsOfNight, readEmailsOfNight } from './emails-of-night.ts';
import { customerKey, customerPages, Progress } from './run-customer-rows.ts';
import { runRow } from './run-row.ts';

const Result = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('evaluated'),
      night: CustomerNight,
      ...EmailsOfNight.shape,
    })
    .transform(readEmailsOfNight),
  z.object({ kind: z.literal('failed'), customerId: CustomerId, because: z.string() }),
]);

/** Results, saved with the run's counts, so that a customer is counted once. */
export function runResultRows(table: TableClient): Pick<Runs, 'finishCustomers' | 'results'> {
  return {
    async finishCustomers(stored, results) {
      const next = withResults(stored.value, results);
      const partitionKey = encodeKey(next.id);
      const actions: TransactionAction[] = [
        ['update', { partitionKey, ...runRow(next) }, 'Replace', { etag: stored.etag }],
        ...results.map((result) => replaceResult(partitionKey, result)),
      ];
      try {
        const { subResponses } = await table.submitTransaction(actions);
        return { value: next, etag: subResponses[0]?.etag ?? '' };
      } catch (error) {
        if (!isConflict(error)) throw error;
        throw new StaleError(`run "${next.id}"`, { cause: error });
      }
    },

    async *results(id, after) {
      for await (const page of customerPages(table, id, undefined, after))
        yield page.flatMap((row) => {
          const { rowKey, done } = Progress.parse(row);
          return done ? [Result.parse(JSON.parse(unpackRows(rowKey, [row]) ?? ''))] : [];
        });
    },
  };
}

function replaceResult(partitionKey: string, result: CustomerResult): TransactionAction {
  const row = packRow(customerKey(idOfResult(result)), JSON.stringify(result));
  return ['upsert', { partitionKey, ...row, done: true }, 'Replace'];
}
