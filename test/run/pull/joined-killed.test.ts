import { describe, expect, test } from 'vitest';
import { DEATHS, type Death, deathAt } from '../dying-worker.ts';
import { behindGate } from '../email/behind-gate.ts';
import { outcomeOf } from '../outcome.ts';
import { runNight, startNight } from '../run-night.ts';
import { workOnce } from '../worker.ts';
import { entry, joinedNight, portalOn, STRANGER } from './joined-world.ts';

/** A second night, on which a tenant has become a customer's and a customer has left the books. */
async function secondNight(call: number, death: Death, copies = 1) {
  const night = joinedNight({ copies });
  await runNight(night);
  await night.needs.directory.save(undefined, entry('no-tenant', STRANGER));
  night.portal.customers = portalOn('2026-03-17', 8_700);
  night.world.customers = night.world.customers.slice(1);
  night.world.identities = night.world.identities?.slice(1);
  night.now = '2026-03-18T02:00:00Z';

  const { gate, hasStruck } = deathAt(call, death);
  const dying = behindGate(night.needs, gate);
  const alive = () => (hasStruck() ? night.needs : dying);
  await startNight(dying, '2026-03-18').catch(() => startNight(night.needs, '2026-03-18'));
  while (await workOnce(night.memory, alive()));
  const { memory } = night;
  return {
    struck: hasStruck(),
    outcome: await outcomeOf(night),
    facts: memory.facts.entries().toSorted(([a], [b]) => (a < b ? -1 : 1)),
    receipts: [...memory.receipts].map(([source, { byKey }]) => [
      source,
      [...byKey.values()]
        .map(({ id, customerId, digest }) => `${id} ${customerId} ${digest}`)
        .toSorted(),
    ]),
    identities: [...memory.identities],
  };
}

describe('a night on which a match appears, whose worker goes down at any call', () => {
  test.each(DEATHS)('ends like an undisturbed one when it %s', async (death) => {
    const { struck: _, ...undisturbed } = await secondNight(Infinity, death);

    let call = 1;
    for (; ; call += 1) {
      const { struck, ...rest } = await secondNight(call, death);
      if (!struck) break;
      expect(rest, `${death} call ${call}`).toEqual(undisturbed);
    }
    expect(call).toBeGreaterThan(80);
  });

  test('ends like an undisturbed one when every message comes twice', async () => {
    const { struck: _, ...undisturbed } = await secondNight(Infinity, 'fails before');
    const { struck: __, ...twice } = await secondNight(Infinity, 'fails before', 2);

    expect(twice).toEqual(undisturbed);
  });
});
