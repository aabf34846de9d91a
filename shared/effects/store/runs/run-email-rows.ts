import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { EmailSummary } from '../../../decisions/email/email.ts';
import { previewRow, queuedRow } from '../../../run/email/outbox-row.ts';
import type { Runs } from '../../../run/ports.ts';
import { outboxRow } from '../customers/outbox-row.ts';
import { encodeKey, prefixBounds } from '../keys.ts';
import { packRow, unpackRows } from '../packed-rows.ts';
import { isConflict } from '../rest-errors.ts';

const PREFIX = 'emails:';
const EMAILS_PER_ROW = 200;
/** Ids hardly deflate, and two hundred digests may name two hundred customers each. */
const CHARACTERS_PER_ROW = 500_000;

const Keyed = z.object({ rowKey: z.string() });

/** The run's own outbox rows (digests, summary), and the list of every e-mail of its night. */
export function runEmailRows(
  table: TableClient,
): Pick<Runs, 'addEmails' | 'listEmails' | 'emails'> {
  return {
    async addEmails({ id, asOf, dryRun }, emails) {
      for (const email of emails) {
        const row = outboxRow(dryRun ? previewRow(email, asOf) : queuedRow(email, asOf));
        try {
          await table.createEntity({ partitionKey: encodeKey(id), ...row });
        } catch (error) {
          if (!isConflict(error)) throw error;
        }
      }
    },

    async listEmails(id, emails) {
      let index = 0;
      for (const list of lists(emails)) {
        const rowKey = `${PREFIX}${`${index}`.padStart(8, '0')}`;
        const row = packRow(rowKey, JSON.stringify(list));
        await table.upsertEntity({ partitionKey: encodeKey(id), ...row }, 'Replace');
        index += 1;
      }
    },

    async *emails(id) {
      const { from, to } = prefixBounds(PREFIX);
      const filter = odata`PartitionKey eq ${encodeKey(id)} and RowKey ge ${from} and RowKey lt ${to}`;
      for await (const row of table.listEntities({ queryOptions: { filter } })) {
        const text = unpackRows(Keyed.parse(row).rowKey, [row]);
        yield z.array(EmailSummary).parse(JSON.parse(text ?? '[]'));
      }
    },
  };
}

/** Emails as many as fit a row. */
function* lists(emails: readonly EmailSummary[]): Generator<EmailSummary[]> {
  let [list, characters]: [EmailSummary[], number] = [[], 0];
  for (const email of emails) {
    const { length } = JSON.stringify(email);
    if (list.length === EMAILS_PER_ROW || characters + length > CHARACTERS_PER_ROW) {
      yield list;
      [list, characters] = [[], 0];
    }
    list.push(email);
    characters += length;
  }
  if (list.length > 0) yield list;
}
