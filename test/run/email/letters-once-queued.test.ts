import { expect, test } from 'vitest';
import type { SendEmail } from '../../../shared/run/messages.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { runNight } from '../run-night.ts';

/** Nights over one portfolio, with the messages that send letters and alerts about customers. */
function nightAndLetters() {
  const night = nightInMemory();
  const letters: SendEmail[] = [];
  const sendEmail = async (message: SendEmail): Promise<void> => {
    if (message.customerId !== undefined) letters.push(message);
    await night.needs.queues.sendEmail(message);
  };
  const needs = { ...night.needs, queues: { ...night.needs.queues, sendEmail } };
  return { night, needs, letters };
}

test('a letter that was sent is not queued again by the next night', async () => {
  const { night, needs, letters } = nightAndLetters();

  await runNight(night, '2026-03-17', needs);
  const queued = letters.length;
  await runNight(night, '2026-03-18', needs);

  expect(queued).toBe(4);
  const again = letters.slice(queued).map(({ emailId }) => emailId);
  const rows = night.memory.outbox.entries().map(([, { email }]) => email);
  expect(rows.filter(({ id }) => again.includes(id)).map(({ kind }) => kind)).not.toContain(
    'letter',
  );
});

test('a letter that is still unsent is queued again by the next night', async () => {
  const { night, needs, letters } = nightAndLetters();
  const outbox = { ...needs.outbox, load: async () => undefined };

  await runNight(night, '2026-03-17', { ...needs, outbox });
  const queued = letters.map(({ emailId }) => emailId);
  await runNight(night, '2026-03-18', needs);

  expect(queued).toHaveLength(4);
  for (const emailId of queued)
    expect(letters.filter((each) => each.emailId === emailId)).toHaveLength(2);
});
