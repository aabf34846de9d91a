import { describe, expect, test } from 'vitest';
import { startFakeAcs } from '../../../local/acs/fake-acs.ts';
import { acsTransport } from '../../../shared/effects/email/acs-transport.ts';
import { recordDelivery } from '../../../shared/run/email/delivery-report.ts';
import { cancelEmail, resendEmail } from '../../../shared/run/email/steer-email.ts';
import { parkSendEmail } from '../../../shared/run/park-message.ts';
import { present } from '../../contracts/run-builders.ts';
import { inMemoryPeople } from '../in-memory/people.ts';
import { oneEmail } from './one-email.ts';

const MIA = 'mia@kestrel.example';

type OneEmail = Awaited<ReturnType<typeof oneEmail>>;

async function steer(email: OneEmail, work: typeof resendEmail): Promise<void> {
  const stored = present(await email.needs.outbox.load(email.message, email.message.emailId));
  const people = inMemoryPeople(email.night.memory);
  await work(email.message, stored, MIA, { ...email.needs, people });
}

describe('an e-mail that is sent again by a person', () => {
  test('that failed on every try is repeated under the same operation id', async () => {
    const email = await oneEmail({ transport: { send: () => Promise.reject(new Error('full')) } });
    await expect(email.send()).rejects.toThrow('full');
    await parkSendEmail(email.message, email.needs);
    expect((await email.row()).status).toBe('failed');

    await steer(email, resendEmail);
    expect(await email.row()).toMatchObject({ status: 'queued', attempt: 0 });
  });

  test('that was held back leaves under the operation id it had', async () => {
    const email = await oneEmail();
    await steer(email, cancelEmail);

    await steer(email, resendEmail);
    await email.work();

    expect(email.left()).toHaveLength(1);
    expect(await email.row()).toMatchObject({ status: 'accepted', attempt: 0 });
  });

  test('that was held back after the transport took it in silence leaves once', async () => {
    const acs = await startFakeAcs();
    acs.faults.push({ kind: 'drop after' });
    const email = await oneEmail({ transport: acsTransport(acs, { reportsDelivery: true }) });
    await email.send();
    await steer(email, cancelEmail);

    await steer(email, resendEmail);
    await email.work();
    await acs.stop();

    expect(acs.taken.size).toBe(1);
    expect((await email.row()).status).toBe('accepted');
  });

  test('that was redirected and did not arrive leaves as another attempt', async () => {
    const policy = { contact: { redirectAllTo: 'trial@kestrel.example' } };
    const email = await oneEmail({ policy, transport: { reportsDelivery: true } });
    await email.send();
    const report = {
      recipient: 'trial@kestrel.example',
      outcome: 'failed',
      because: 'spam',
    } as const;
    const about = { operationId: email.message.emailId, at: email.needs.clock() };
    await recordDelivery({ ...report, ...about }, email.needs);

    await steer(email, resendEmail);

    expect(await email.row()).toMatchObject({ status: 'queued', attempt: 1 });
  });

  test('whose message was lost with the one who asked leaves when it is asked for again', async () => {
    const email = await oneEmail();
    await steer(email, cancelEmail);
    const lost = { ...email.needs.queues, sendEmail: () => Promise.reject(new Error('killed')) };
    const killed = { ...email, needs: { ...email.needs, queues: lost } };
    await expect(steer(killed, resendEmail)).rejects.toThrow('killed');
    email.night.memory.messages.length = 0;

    await steer(email, resendEmail);
    await steer(email, resendEmail);
    await email.work();

    expect(email.left()).toHaveLength(1);
    expect(await email.row()).toMatchObject({ status: 'accepted', attempt: 0 });
  });

  test('that has left is refused', async () => {
    const email = await oneEmail();
    await email.send();

    await expect(steer(email, resendEmail)).rejects.toThrow(
      'Cannot send the e-mail again because it is accepted',
    );
  });
});

describe('an e-mail that is cancelled', () => {
  test('never leaves, and says by whom', async () => {
    const email = await oneEmail();

    await steer(email, cancelEmail);
    await email.send();

    expect(email.left()).toEqual([]);
    expect(await email.row()).toMatchObject({
      status: 'suppressed',
      because: `cancelled by ${MIA}`,
    });
  });

  test('is too late once it has left', async () => {
    const email = await oneEmail();
    await email.send();

    await expect(steer(email, cancelEmail)).rejects.toThrow('because it is accepted');
  });
});
