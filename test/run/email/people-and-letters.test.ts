import { expect, test } from 'vitest';
import type { ArrangementEntry } from '../../../shared/ledger/entries.ts';
import { arrangement, day } from '../../builders.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { inMemoryPeople } from '../in-memory/people.ts';
import { outcomeOf } from '../outcome.ts';
import { id, owes } from '../portfolio.ts';
import { startNight } from '../run-night.ts';
import { workOnce, workUntilEmpty } from '../worker.ts';

const hold: ArrangementEntry = {
  kind: 'arrangement',
  id: 'h1',
  arrangement: arrangement('hold', { from: '2026-03-18', by: 'Anna', reason: 'talking' }),
  recordedBy: 'Anna',
  recordedAt: '2026-03-18T09:00:00.000Z',
  recordedOn: day('2026-03-18'),
};

test('a letter that waits since the 17th is held back by a hold that a person records on the 18th', async () => {
  const night = nightInMemory();
  night.world.customers = [owes('contoso', '2026-02-20')];
  const { memory, needs } = night;
  await startNight(needs);
  while (memory.messages.some(({ job }) => job.queue !== 'send-email')) {
    const next = memory.messages.findIndex(({ job }) => job.queue !== 'send-email');
    await workOnce(memory, needs, next);
  }
  const event = { on: day('2026-03-18'), kind: 'hold-recorded', text: 'hold' };

  await inMemoryPeople(memory).save(id('contoso'), undefined, hold, event);
  await workUntilEmpty(memory, needs);

  const letters = (await outcomeOf(night)).outbox.filter(([, row]) => row.email.kind === 'letter');
  expect(letters.map(([, { status, because }]) => [status, because])).toEqual([
    ['suppressed', 'a hold from 2026-03-18 is in force'],
  ]);
});
