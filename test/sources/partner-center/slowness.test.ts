import { describe, expect, test } from 'vitest';
import { always, spread } from '../../../local/fakes/latency.ts';
import { UnavailableError } from '../../../shared/run/errors.ts';
import { allOf, fakeAccess } from './fake-access.ts';

type Partner = Awaited<ReturnType<typeof fakeAccess>>;

async function readAll({ live }: Partner): Promise<number> {
  const reading = await live.source.open();
  try {
    await Array.fromAsync(reading.identities?.() ?? []);
    return (await allOf(reading, 50)).length;
  } finally {
    reading.close();
  }
}

/** The ids that each page was asked for with, page by page. */
function requestIds({ fake }: Partner): readonly (readonly unknown[])[] {
  const asked = new Map<string, unknown[]>();
  for (const { url, headers } of fake.calls) {
    const page = `${url.pathname} ${String(headers['ms-continuationtoken'])}`;
    asked.set(page, [...(asked.get(page) ?? []), headers['ms-requestid']]);
  }
  return [...asked.values()];
}

describe('a Partner Center that is now slow and now hangs', () => {
  test.each(['slow 1', 'slow 2', 'slow 3'])(
    '(%s) is read wholly: what hangs is asked for again, as the same request',
    async (seed) => {
      await using partner = await fakeAccess({ customers: 60, timeoutMs: 200 });
      partner.fake.latency = spread(seed, { usualMs: 4, hangsMs: 1_000, hangs: 0.15 });

      const told = await readAll(partner);

      const ids = requestIds(partner);
      const repeated = ids.filter(({ length }) => length > 1);
      expect(told).toBe(54);
      expect(ids).toHaveLength(12 + 11);
      expect(repeated.length).toBeGreaterThan(0);
      for (const each of repeated) expect(new Set(each).size).toBe(1);
      // A second before the first repetition, then two: half of it is chance.
      expect(new Set(partner.slept).has(750)).toBe(true);
      expect(partner.slept).toHaveLength(partner.fake.calls.length - ids.length);
    },
  );

  test('for good is asked six times, and the error says who did not answer, and for how long', async () => {
    await using partner = await fakeAccess({ timeoutMs: 200 });
    partner.fake.latency = always(1_000);

    const read = readAll(partner);

    await expect(read).rejects.toThrow(UnavailableError);
    await expect(read).rejects.toThrow(
      /because of no answer from localhost:\d+ within 0\.2 seconds: try again later$/,
    );
    for (const each of requestIds(partner)) expect(each).toHaveLength(6);
  });
});
