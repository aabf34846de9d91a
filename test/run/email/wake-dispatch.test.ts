import { expect, test } from 'vitest';
import { dispatchEmails } from '../../../shared/run/email/dispatch-emails.ts';
import { sendEmail } from '../../../shared/run/email/send-email.ts';
import type { Queues } from '../../../shared/run/ports.ts';
import { createdRun } from '../../contracts/run-builders.ts';
import { type NightNeeds, nightInMemory } from '../in-memory/night.ts';
import { workUntilEmpty } from '../worker.ts';
import { anyEmail } from './any-email.ts';

const LIMITS = { perMinute: 1_000, perHour: 10_000 };

/** A night with e-mails to be sent under a quota, none of which stands in line yet. */
async function underQuota(emails: number) {
  const night = nightInMemory();
  night.now = '2026-03-17T09:00:00Z';
  const needs: NightNeeds = { ...night.needs, limits: LIMITS };
  const run = await createdRun(needs.runs);
  const all = Array.from({ length: emails }, (_, at) => anyEmail('digest', `${run.id}|${at}`));
  await needs.runs.addEmails(run, all);
  const messages = all.map(({ id }) => ({ runId: run.id, emailId: id }));
  return { needs, messages, memory: night.memory };
}

test('a worker that wakes before it is noted keeps nobody who comes later waiting', async () => {
  const { needs, messages, memory } = await underQuota(2);
  const [first, second] = messages;
  const atOnce: Queues = {
    ...needs.queues,
    dispatchEmails: async (message) => void (await dispatchEmails(message, needs)),
  };

  if (first !== undefined) await sendEmail(first, { ...needs, queues: atOnce });
  expect(memory.delivered.size).toBe(1);
  if (second !== undefined) await sendEmail(second, needs);
  await workUntilEmpty(memory, needs);

  expect(memory.delivered.size).toBe(2);
});

test('one worker is woken for all who stand in line before it wakes', async () => {
  const { needs, messages, memory } = await underQuota(5);

  for (const message of messages) await sendEmail(message, needs);

  expect(memory.messages.map(({ job }) => job.queue)).toEqual(['dispatch-emails']);
});

test('a wake-up that comes twice takes no note of another with it', async () => {
  const { needs, messages, memory } = await underQuota(2);
  const [first, second] = messages;
  if (first !== undefined) await sendEmail(first, needs);
  const wakeUp = memory.messages.shift();
  if (wakeUp?.job.queue !== 'dispatch-emails') throw new Error('nobody is woken');
  await dispatchEmails(wakeUp.job.body, needs);
  if (second !== undefined) await sendEmail(second, needs);

  const noted = (await needs.pace.load()).value.wake;
  await dispatchEmails(wakeUp.job.body, needs);

  expect(noted).toBeDefined();
  expect((await needs.pace.load()).value.wake).toEqual(noted);
});
