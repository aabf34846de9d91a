import { expect, test } from 'vitest';
import { accepted, type OutboxRow, settled, waiting } from '../../shared/run/email/outbox-row.ts';
import { StaleError } from '../../shared/run/errors.ts';
import type { EmailPlace, Outbox, Runs } from '../../shared/run/ports.ts';
import { day } from '../builders.ts';
import { anEmail, createdRun, present } from './run-builders.ts';

export type OutboxStores = { readonly runs: Runs; readonly outbox: Outbox };

const placeOf = (runId: EmailPlace['runId']): EmailPlace => ({ runId, customerId: undefined });

/** Every implementation keeps these promises: the one in memory, and the tables on Azurite. */
export function keepsAnOutbox(make: () => OutboxStores): void {
  test('an e-mail that nobody wrote is not there', async () => {
    const { runs, outbox } = make();
    const run = await createdRun(runs);

    expect(await outbox.load(placeOf(run.id), anEmail('none').id)).toBeUndefined();
  });

  test("a run's e-mail waits as it was written, however often it is added", async () => {
    const { runs, outbox } = make();
    const run = await createdRun(runs);
    const digest = anEmail(run.id, { subject: 'x'.repeat(40_000) });
    await runs.addEmails(run, [digest]);
    const first = await outbox.load(placeOf(run.id), digest.id);

    await runs.addEmails(run, [{ ...digest, subject: 'written again' }]);

    expect(first?.value).toEqual({
      ...{ email: digest, asOf: '2026-03-17', status: 'queued', attempt: 0 },
      ...{ missed: [], reported: {} },
    });
    expect(await outbox.load(placeOf(run.id), digest.id)).toEqual(first);
  });

  test.each([
    { status: 'suppressed', because: 'a hold from 2026-03-17 is in force' },
    { status: 'failed', because: 'every try to send it failed: see the log' },
    { status: 'queued', because: 'the mailbox is full' },
  ] as const)('an e-mail that is $status stays so, with its reason', async (outcome) => {
    const { runs, outbox } = make();
    const run = await createdRun(runs);
    const email = anEmail(run.id);
    await runs.addEmails(run, [email]);
    const stored = present(await outbox.load(placeOf(run.id), email.id));

    await outbox.save(placeOf(run.id), stored, { ...stored.value, ...outcome });
    await runs.addEmails(run, [email]);

    expect((await outbox.load(placeOf(run.id), email.id))?.value).toEqual({
      ...{ email, asOf: '2026-03-17', ...outcome, attempt: 0, missed: [], reported: {} },
    });
  });

  test('a reason of an earlier try is gone once it is sent', async () => {
    const { runs, outbox } = make();
    const run = await createdRun(runs);
    const email = anEmail(run.id);
    await runs.addEmails(run, [email]);
    const load = async () => present(await outbox.load(placeOf(run.id), email.id));
    const first = await load();
    const tried = waiting(first.value, 'the mailbox is full');
    const stored = await outbox.save(placeOf(run.id), first, tried);

    await outbox.save(placeOf(run.id), stored, accepted(stored.value));

    expect((await load()).value).toEqual(accepted(first.value));
  });

  test('of two who took the same e-mail, the second to settle it is told so', async () => {
    const { runs, outbox } = make();
    const run = await createdRun(runs);
    const email = anEmail(run.id);
    await runs.addEmails(run, [email]);
    const stored = present(await outbox.load(placeOf(run.id), email.id));
    await outbox.save(placeOf(run.id), stored, accepted(stored.value));

    for (const late of [
      outbox.save(placeOf(run.id), stored, settled(stored.value, 'failed', 'late')),
      outbox.save(placeOf(run.id), stored, accepted(stored.value)),
    ])
      await expect(late).rejects.toThrow(StaleError);

    expect((await outbox.load(placeOf(run.id), email.id))?.value.status).toBe('accepted');
  });

  test('all that is known of its sending is kept, whatever is known', async () => {
    const { runs, outbox } = make();
    const run = await createdRun(runs);
    const email = anEmail(run.id);
    await runs.addEmails(run, [email]);
    const stored = present(await outbox.load(placeOf(run.id), email.id));
    const next: OutboxRow = {
      ...stored.value,
      ...{ status: 'sending', attempt: 2, sentTo: 'Zoë <z@contoso.example>, b@contoso.example' },
      ...{ isRedirected: true, notBefore: '2026-03-17T02:01:00.000Z', missed: ['a@x.example'] },
      ...{ reported: { 'b@contoso.example': 'bounced' }, deliveredOn: day('2026-03-18') },
    };

    await outbox.save(placeOf(run.id), stored, next);

    expect((await outbox.load(placeOf(run.id), email.id))?.value).toEqual(next);
  });

  test("a dry run's e-mail is a preview, which is never sent", async () => {
    const { runs, outbox } = make();
    const run = await createdRun(runs, { dryRun: true });
    const email = anEmail(run.id);

    await runs.addEmails(run, [email]);

    expect((await outbox.load(placeOf(run.id), email.id))?.value.status).toBe('preview');
  });
}
