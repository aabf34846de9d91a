import { describe, expect, test } from 'vitest';
import { faultsAtRandom } from '../../../local/fakes/faults.ts';
import { UnavailableError } from '../../../shared/run/errors.ts';
import { allOf, fakeAccess } from './fake-access.ts';

const SEEDS = Array.from({ length: 25 }, (_, number) => `seed ${number}`);

describe('any fault, at random', () => {
  test.each(SEEDS)(
    'with %s everybody is read, or the reading says that it failed',
    async (seed) => {
      await using partner = await fakeAccess({ timeoutMs: 200 });
      partner.fake.faults = faultsAtRandom(seed, 0.4);

      const reading = await partner.live.source.open();
      const told = await allOf(reading).catch((error: unknown) => error);
      reading.close();

      if (told instanceof UnavailableError) expect(told.message).toMatch(/^Cannot .* because/);
      else expect(told).toHaveLength(11);
    },
  );
});
