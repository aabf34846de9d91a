import { describe, expect, test } from 'vitest';
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

  test('that was held back leaves as another attempt', async () => {
    const email = await oneEmail();
    await steer(email, cancelEmail);

    await steer(email, resendEmail);
    await email.work();

    expect(email.left()).toHaveLength(1);
    expect(await email.row()).toMatchObject({ status: 'accepted', attempt: 1 });
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
    expect(await email.row()).toMatchObject({ status: 'accepted', attempt: 1 });
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
