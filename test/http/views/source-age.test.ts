import { describe, expect, test } from 'vitest';
import { sourceAge } from '../../../shared/http/views/source-age.ts';
import { type SourceProgress, sourceToPull } from '../../../shared/run/run.ts';
import { day } from '../../builders.ts';
import { aRun } from '../../contracts/run-builders.ts';

/** Read on the night of 17 March, and looked at in the afternoon. */
const NOW = new Date('2026-03-17T14:00:00Z');
const NIGHT = aRun({ asOf: day('2026-03-17'), startedAt: '2026-03-17T02:00:00.000Z' });

const read = (newestAt: string, over: Partial<SourceProgress> = {}): SourceProgress => ({
  ...sourceToPull({ name: 'files', location: '/data' }),
  ...{ status: 'done', newestAt, ...over },
});

describe('the data of a night, of which 48 hours are allowed,', () => {
  test.each([
    ['2026-03-15T14:00:00Z', 48, false],
    ['2026-03-15T13:00:00Z', 49, true],
  ])('are from %s, %i hours old: stale is %s', (newestAt, ageHours, isStale) => {
    expect(sourceAge(read(newestAt), NIGHT, NOW)).toMatchObject({ ageHours, isStale });
  });

  test('are stale whatever their age where they are not whole', () => {
    const incomplete = 'payments.csv could not be read to the end';

    expect(sourceAge(read('2026-03-17T01:00:00Z', { incomplete }), NIGHT, NOW)).toMatchObject({
      isStale: true,
      because: incomplete,
    });
  });

  test('have no age and are not stale where the night was a replay of another day', () => {
    const replay = aRun({ asOf: day('2026-01-31'), startedAt: '2026-03-17T02:00:00.000Z' });

    expect(sourceAge(read('2026-01-30T22:00:00Z'), replay, NOW)).toMatchObject({
      ageHours: null,
      isStale: false,
      because: null,
    });
  });
});
