import { describe, expect, test } from 'vitest';
import { hurryEmail } from '../../../shared/run/email/hurry-email.ts';
import { accepted, waiting } from '../../../shared/run/email/outbox-row.ts';
import type { Outbox } from '../../../shared/run/ports.ts';
import { present } from '../../contracts/run-builders.ts';
import { oneEmail } from './one-email.ts';

type OneEmail = Awaited<ReturnType<typeof oneEmail>>;

const NOON = new Date('2026-03-17T12:00:00Z');

async function waitingEmail(): Promise<OneEmail> {
  const email = await oneEmail();
  await change(email, (row) => waiting(row, 'the quota is used up', NOON));
  return email;
}

async function change({ needs, message }: OneEmail, move: typeof accepted): Promise<void> {
  const stored = present(await needs.outbox.load(message, message.emailId));
  await needs.outbox.save(message, stored, move(stored.value));
}

/** Somebody else saves the row, once, right before we do. */
function raced(email: OneEmail, move: typeof accepted): Outbox {
  let isRaced = false;
  return {
    ...email.needs.outbox,
    async save(place, stored, row) {
      if (!isRaced) await change(email, move);
      isRaced = true;
      return await email.needs.outbox.save(place, stored, row);
    },
  };
}

describe('an e-mail that is hurried', () => {
  test('leaves at once, and once, though it waited for its hour', async () => {
    const email = await waitingEmail();

    await hurryEmail(email.message, email.needs);
    await hurryEmail(email.message, email.needs);
    await email.work();

    expect(email.left()).toHaveLength(1);
  });

  test('leaves at once though whoever sends e-mail has it wait anew at that moment', async () => {
    const email = await waitingEmail();
    const outbox = raced(email, (row) => waiting(row, 'the domain is not linked', NOON));

    await hurryEmail(email.message, { ...email.needs, outbox });

    expect((await email.row()).notBefore).toBeUndefined();
  });

  test('that leaves at that moment is left alone', async () => {
    const email = await waitingEmail();
    const outbox = raced(email, accepted);

    await hurryEmail(email.message, { ...email.needs, outbox });

    expect((await email.row()).status).toBe('accepted');
  });

  test('that nobody wrote is no fault', async () => {
    const { message, needs } = await oneEmail();
    const emailId = '00000000-0000-4000-8000-000000000000';

    await expect(hurryEmail({ ...message, emailId }, needs)).resolves.toBeUndefined();
  });
});
