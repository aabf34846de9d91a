import { expect, test } from 'vitest';
import { StaleError } from '../../shared/run/errors.ts';
import type { EmailPlace, Outbox, Runs } from '../../shared/run/ports.ts';
import { day } from '../builders.ts';
import { anEmail, createdRun, present } from './run-builders.ts';

export type OutboxStores = { readonly runs: Runs; readonly outbox: Outbox };

const SENT_ON = day('2026-03-18');
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
    const digest = anEmail(run.id, { kind: 'digest', subject: 'x'.repeat(40_000) });
    await runs.addEmails(run, [digest]);
    const first = await outbox.load(placeOf(run.id), digest.id);

    await runs.addEmails(run, [{ ...digest, subject: 'written again' }]);

    expect(first?.value).toEqual({
      ...{ email: digest, asOf: '2026-03-17', status: 'queued', because: undefined },
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

    await outbox.settle(placeOf(run.id), stored, outcome.status, outcome.because);
    await runs.addEmails(run, [email]);

    expect((await outbox.load(placeOf(run.id), email.id))?.value).toEqual({
      ...{ email, asOf: '2026-03-17', ...outcome },
    });
  });

  test('a reason of an earlier try is gone once it is sent', async () => {
    const { runs, outbox } = make();
    const run = await createdRun(runs);
    const email = anEmail(run.id);
    await runs.addEmails(run, [email]);
    const load = async () => present(await outbox.load(placeOf(run.id), email.id));
    await outbox.settle(placeOf(run.id), await load(), 'queued', 'the mailbox is full');

    await outbox.deliver(placeOf(run.id), await load(), SENT_ON);

    expect((await load()).value).toMatchObject({ status: 'sent', because: undefined });
  });

  test('of two who took the same e-mail, the second to settle it is told so', async () => {
    const { runs, outbox } = make();
    const run = await createdRun(runs);
    const email = anEmail(run.id);
    await runs.addEmails(run, [email]);
    const stored = present(await outbox.load(placeOf(run.id), email.id));
    await outbox.deliver(placeOf(run.id), stored, SENT_ON);

    for (const late of [
      outbox.settle(placeOf(run.id), stored, 'failed', 'late'),
      outbox.deliver(placeOf(run.id), stored, SENT_ON),
    ])
      await expect(late).rejects.toThrow(StaleError);

    expect((await outbox.load(placeOf(run.id), email.id))?.value.status).toBe('sent');
  });
}
