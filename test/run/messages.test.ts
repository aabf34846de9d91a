import { describe, expect, test } from 'vitest';
import { closeRun } from '../../shared/run/close-run.ts';
import { sendEmail } from '../../shared/run/email/send-email.ts';
import { invoice } from '../builders.ts';
import { present } from '../contracts/run-builders.ts';
import { nightInMemory } from './in-memory/night.ts';
import { outcomeOf } from './outcome.ts';
import { id, owes } from './portfolio.ts';
import { runNight, startNight } from './run-night.ts';
import { workOnce, workUntilEmpty } from './worker.ts';

describe('a message that comes too early or too late', () => {
  test('does not close a run that has customers left', async () => {
    const night = nightInMemory();
    const { id: runId } = await startNight(night.needs);
    await workOnce(night.memory, night.needs);
    await workOnce(night.memory, night.needs);

    await closeRun({ runId }, night.needs);

    expect((await night.needs.runs.load(runId))?.value.status).toBe('evaluating');
  });

  test('does not complete a run that has failed while it was closed', async () => {
    const night = nightInMemory();
    const { id: runId } = await startNight(night.needs);
    while (night.memory.messages[0]?.job.queue !== 'close-run')
      await workOnce(night.memory, night.needs);
    const { runs } = night.needs;
    const listEmails: typeof runs.listEmails = async (run, emails) => {
      const stored = present(await runs.load(run));
      await runs.save(stored, { ...stored.value, status: 'failed', because: 'given up on' });
      await runs.listEmails(run, emails);
    };

    await closeRun({ runId }, { ...night.needs, runs: { ...runs, listEmails } });

    expect((await runs.load(runId))?.value).toMatchObject({
      ...{ status: 'failed', because: 'given up on' },
    });
  });

  test.each(['accepted', 'delivered', 'bounced', 'suppressed', 'failed', 'preview'] as const)(
    'does not send an e-mail that is %s',
    async (status) => {
      const night = nightInMemory();
      night.world.customers = [owes('contoso', '2026-02-20')];
      await runNight(night);
      const { outbox, transport } = night.needs;
      const [run] = await night.needs.runs.recent(1);
      const place = { runId: present(run).id, customerId: id('contoso') };
      const letter = night.memory.outbox
        .entries()
        .find(([, { email }]) => email.kind === 'letter')?.[1].email;
      const emailId = present(letter).id;
      const stored = present(await outbox.load(place, emailId));
      await outbox.save(place, stored, { ...stored.value, status });
      let sends = 0;
      const send: typeof transport.send = async () => {
        sends += 1;
      };

      await sendEmail({ ...place, emailId }, { ...night.needs, transport: { ...transport, send } });

      expect(sends).toBe(0);
      expect((await outbox.load(place, emailId))?.value.status).toBe(status);
    },
  );
});

test('a night that is started again queues only slices that have a customer left', async () => {
  const night = nightInMemory();
  const { memory, needs } = night;
  await startNight(needs);
  await workOnce(memory, needs);
  await workOnce(memory, needs);
  memory.messages.length = 0;

  await startNight(needs);
  await workOnce(memory, needs);

  expect(memory.messages.map(({ job }) => job.queue)).toEqual([
    'evaluate-customers',
    'evaluate-customers',
  ]);
});

test('a night counts rows dated after it, and neither keeps nor decides on them', async () => {
  const night = nightInMemory();
  const later = invoice({ invoiceId: 'INV-2', issuedOn: '2026-03-18', dueOn: '2026-03-18' });
  const contoso = owes('contoso', '2026-02-20');
  night.world.customers = [{ ...contoso, invoices: [...contoso.invoices, later] }];
  await startNight(night.needs);
  await workUntilEmpty(night.memory, night.needs);

  const { runs } = await outcomeOf(night);

  expect(runs[0]?.totals).toMatchObject({ invoices: 1, later: 1 });
  const [run] = await night.needs.runs.recent(1);
  const kept = await night.needs.customers.load(present(run), id('contoso'));
  expect(present(kept).facts.invoices).toEqual(contoso.invoices);
});
