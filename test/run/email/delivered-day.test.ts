import { expect, test } from 'vitest';
import { nightInMemory } from '../in-memory/night.ts';
import { owes } from '../portfolio.ts';
import { startNight } from '../run-night.ts';
import { workOnce, workUntilEmpty } from '../worker.ts';

/** A letter of a night that is sent only when the clock says so. */
async function deliveredDays(asOf: string, sentAt: string, timeZone = 'UTC') {
  const night = nightInMemory();
  const { memory, needs } = night;
  night.policyText = JSON.stringify({ reseller: { timeZone } });
  night.world.customers = [owes('contoso', '2026-02-20')];
  await startNight(needs, asOf);
  while (memory.messages.some(({ job }) => job.queue !== 'send-email'))
    await workOnce(
      memory,
      needs,
      memory.messages.findIndex(({ job }) => job.queue !== 'send-email'),
    );
  night.now = sentAt;
  await workUntilEmpty(memory, needs);
  return Object.values(memory.letters.get('contoso') ?? {});
}

test.each([
  { asOf: '2026-03-17', sentAt: '2026-03-17T02:05:00Z', on: '2026-03-17', because: 'the same day' },
  { asOf: '2026-03-17', sentAt: '2026-03-19T09:00:00Z', on: '2026-03-19', because: 'it was late' },
  { asOf: '2026-03-10', sentAt: '2026-03-17T02:05:00Z', on: '2026-03-10', because: 'it is replay' },
])('a letter of $asOf sent at $sentAt is delivered on $on: $because', async (row) => {
  expect(await deliveredDays(row.asOf, row.sentAt)).toEqual([row.on]);
});

test.each([
  { sentAt: '2026-03-28T23:30:00Z', on: '2026-03-29', because: 'it is half past midnight there' },
  { sentAt: '2026-03-29T22:30:00Z', on: '2026-03-30', because: 'summer time has begun since' },
])('sent at $sentAt it is delivered on $on in Amsterdam: $because', async ({ sentAt, on }) => {
  expect(await deliveredDays('2026-03-17', sentAt, 'Europe/Amsterdam')).toEqual([on]);
});
