import { describe, expect, test } from 'vitest';
import { recordDelivery } from '../../../shared/run/email/delivery-report.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { owes, POLICY } from '../portfolio.ts';
import { runNight } from '../run-night.ts';

const STAGES = [
  { name: 'reminder', afterDays: 3, tell: ['customer'], letter: 'reminder' },
  {
    name: 'final-notice',
    afterDays: 10,
    tell: ['customer'],
    letter: 'final-notice',
    requires: { stage: 'reminder', deliveredDaysAgo: 7 },
  },
];

/** A customer who owes since the 1st; the reminder's letter leaves on the night of the 5th. */
async function reminded({ reports }: { readonly reports: boolean }) {
  const night = nightInMemory();
  night.world.customers = [owes('contoso', '2026-03-01')];
  night.policyText = JSON.stringify({
    ...POLICY,
    contact: { workingDaysOnly: false },
    dunning: { default: { stages: STAGES } },
  });
  const transport = { ...night.needs.transport, reportsDelivery: reports };
  const needs = { ...night.needs, transport };
  const onDay = async (day: string) => {
    night.world.newestAt = new Date(`${day}T00:00:00Z`);
    return runNight(night, day, needs);
  };
  await onDay('2026-03-05');
  const stageOn = async (day: string): Promise<string | undefined> => {
    const { states } = await onDay(day);
    return states[0]?.[1].state?.accounts['EUR']?.stage;
  };
  const [letter] = [...night.memory.delivered.values()].filter(({ kind }) => kind === 'letter');
  return { needs, stageOn, letter };
}

describe('a stage that requires a delivered letter', () => {
  test('follows its acceptance where the transport reports nothing', async () => {
    const { stageOn } = await reminded({ reports: false });

    expect(await stageOn('2026-03-12')).toBe('final-notice');
  });

  test('waits while the letter has left and no report has come', async () => {
    const { stageOn } = await reminded({ reports: true });

    expect(await stageOn('2026-03-12')).toBe('reminder');
  });

  test('follows the day of the report, not that of the sending', async () => {
    const { needs, stageOn, letter } = await reminded({ reports: true });
    await recordDelivery(
      {
        operationId: letter?.id ?? '',
        recipient: letter?.to ?? '',
        outcome: 'delivered',
        because: 'the mail service reports Delivered',
        at: new Date('2026-03-06T09:00:00Z'),
      },
      needs,
    );

    expect(await stageOn('2026-03-12')).toBe('reminder');
    expect(await stageOn('2026-03-13')).toBe('final-notice');
  });
});
