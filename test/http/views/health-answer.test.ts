import { expect, test } from 'vitest';
import { healthAnswer } from '../../../shared/http/views/health-answer.ts';
import { SourceError } from '../../../shared/run/errors.ts';
import { type NightInMemory, nightInMemory } from '../../run/in-memory/night.ts';
import { inMemorySource } from '../../run/in-memory/source.ts';
import { runNight } from '../../run/run-night.ts';

const healthOf = (night: NightInMemory, parked = 0) =>
  healthAnswer({
    ...night.needs,
    queueDepths: async () => [{ name: 'pull-source', waiting: 0, parked }],
  });

const GONE = {
  ...inMemorySource('files', { customers: [] }),
  open: async () => {
    throw new SourceError('Cannot read "/data" because it is gone: mount it');
  },
};

test('before the first night somebody is told that there was none', async () => {
  expect(await healthOf(nightInMemory())).toMatchObject({
    status: 'troubled',
    because: ['no night has been run yet'],
    lastNight: null,
  });
});

test('after a night it is well, and a parked message is not', async () => {
  const night = nightInMemory();
  await runNight(night);

  expect(await healthOf(night)).toMatchObject({ status: 'well', because: [] });
  expect(await healthOf(night, 2)).toMatchObject({
    status: 'troubled',
    because: ['2 parked messages in pull-source-poison: see docs/runbook.md'],
  });
});

test('a night that failed is told until the next one, though the one before it is still shown', async () => {
  const night = nightInMemory();
  await runNight(night);

  await runNight(night, '2026-03-18', { ...night.needs, sources: [GONE] });

  expect(await healthOf(night)).toMatchObject({
    status: 'troubled',
    because: ['the night of 2026-03-18 failed: Cannot read "/data" because it is gone: mount it'],
    lastNight: { asOf: '2026-03-17', status: 'completed' },
  });

  night.world.newestAt = new Date('2026-03-18T23:00:00Z');
  await runNight(night, '2026-03-19');

  expect(await healthOf(night)).toMatchObject({ status: 'well', because: [] });
});

test('27 hours after a night, where 26 are allowed, the next one is missing', async () => {
  const night = nightInMemory();
  await runNight(night);
  night.now = '2026-03-18T05:00:00Z';

  expect((await healthOf(night)).because).toContain('no night has completed in the last 26 hours');
});
