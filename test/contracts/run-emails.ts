import { v5 } from 'uuid';
import { expect, test } from 'vitest';
import { EmailSummary } from '../../shared/decisions/email/email.ts';
import type { Runs } from '../../shared/run/ports.ts';
import type { Reject } from '../../shared/run/run.ts';
import { anEmail, createdRun } from './run-builders.ts';

const rejected = (line: number): Reject => ({
  file: 'invoices.csv',
  line,
  column: 'amount',
  value: `1,0${line}`,
  reason: 'expected a plain decimal number such as 1234.50',
});

const count = <Item>(length: number, item: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, index) => item(index));

export function runEmailsAreKept(make: () => Runs): void {
  test('more than a thousand are listed as they were given, in order', async () => {
    const runs = make();
    const { id } = await createdRun(runs);
    const emails = count(1_205, (index) => EmailSummary.parse(anEmail(`${id}|${index}`)));

    await runs.listEmails(id, emails);
    await runs.listEmails(id, emails);

    expect((await Array.fromAsync(runs.emails(id))).flat()).toEqual(emails);
  });

  test('two hundred digests that name four hundred customers each are kept', async () => {
    const runs = make();
    const { id } = await createdRun(runs);
    const customerIds = (digest: number) => count(400, (each) => v5(`${digest}|${each}`, v5.URL));
    const emails = count(200, (index) =>
      EmailSummary.parse({ ...anEmail(`${id}|${index}`), customerIds: customerIds(index) }),
    );

    await runs.listEmails(id, emails);

    expect((await Array.fromAsync(runs.emails(id))).flat()).toEqual(emails);
  });

  test('a night without any lists none', async () => {
    const runs = make();
    const { id } = await createdRun(runs);
    await runs.listEmails(id, []);

    expect((await Array.fromAsync(runs.emails(id))).flat()).toEqual([]);
  });

  test('more than a thousand rejects are kept per source, however often it is read', async () => {
    const runs = make();
    const { id } = await createdRun(runs);
    const files = count(1_105, rejected);
    await runs.saveRejects(id, 'files', files.values());
    await runs.saveRejects(id, 'files', files.values());
    await runs.saveRejects(id, 'partner center', [rejected(7)]);

    const kept = await Array.fromAsync(runs.rejects(id));

    expect(kept).toHaveLength(1_106);
    expect(kept.filter(({ line }) => line !== 7)).toEqual(files.filter(({ line }) => line !== 7));
  });

  test('a second reading with fewer rejects leaves none of the first', async () => {
    const runs = make();
    const { id } = await createdRun(runs);
    await runs.saveRejects(id, 'files', count(1_105, rejected));

    await runs.saveRejects(id, 'files', [rejected(1)]);

    expect(await Array.fromAsync(runs.rejects(id))).toEqual([rejected(1)]);
  });
}
