import { expect, test } from 'vitest';
import type { CallAllowance } from '../../shared/run/ports.ts';

type Clocked = { now: string; open(of: string): CallAllowance };

/** What everybody who counts calls promises; `open` gives another worker's view of the same count. */
export function sharesCalls(clocked: () => Clocked): void {
  test('fifty calls a minute are granted once, whoever asks', async () => {
    const here = clocked();
    here.now = '2026-11-26T02:00:01Z';
    const [one, other] = [here.open('shared'), here.open('shared')];

    const granted = [await one.claim(20), await other.claim(20), await one.claim(20)];

    expect(granted.map((each) => each.granted)).toEqual([20, 20, 10]);
    expect(await other.claim(20)).toMatchObject({ granted: 0 });
  });

  test('who gets none is told when there is room again, and then there is', async () => {
    const here = clocked();
    here.now = '2026-11-26T02:00:01Z';
    const allowance = here.open('later');
    await allowance.claim(50);

    const { until } = await allowance.claim(1);
    here.now = until.toISOString();

    expect(until).toEqual(new Date('2026-11-26T02:01:05Z'));
    expect(await allowance.claim(50)).toMatchObject({ granted: 50 });
  });
}
