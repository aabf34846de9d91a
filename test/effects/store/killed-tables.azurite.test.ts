import type { TableClient } from '@azure/data-tables';
import { afterAll, describe, expect, test } from 'vitest';
import { readReport } from '../../../shared/run/report/night-report.ts';
import { aRun } from '../../contracts/run-builders.ts';
import { type Death, deathAt } from '../../run/dying-worker.ts';
import { gated } from '../../run/email/behind-gate.ts';
import { type NightInMemory, type NightNeeds, nightInMemory } from '../../run/in-memory/night.ts';
import { startNight } from '../../run/run-night.ts';
import { workOnce } from '../../run/worker.ts';
import { azuriteStores, type Stores } from './azurite-stores.ts';

const azurite = await azuriteStores();
afterAll(() => azurite.stop());

/** Reading goes by pages and changes nothing; every other call of the client passes the gate. */
const READING = ['listEntities'];

/** Stores for a worker that dies at one call of a table, and for the one that takes over. */
async function dyingStores(call: number, death: Death) {
  const { gate, hasStruck } = deathAt(call, death);
  let isAlive = false;
  const wrap = (client: TableClient): TableClient =>
    gated(client, (effect) => (isAlive ? effect() : gate(effect)), READING);
  const stores = await azurite.open(wrap);
  return {
    stores,
    hasStruck,
    /** Whoever works from here on is another worker. */
    takeOver: () => {
      isAlive = true;
    },
  };
}

const onTables = ({ needs }: NightInMemory, stores: Stores): NightNeeds => ({
  ...needs,
  ...stores,
});

/** What is left of a night that is struck at a call of a table. */
async function nightOnTables(call: number, death: Death) {
  const night = nightInMemory();
  const { stores, hasStruck, takeOver } = await dyingStores(call, death);
  const needs = onTables(night, stores);
  await startNight(needs).catch(async () => {
    takeOver();
    await startNight(needs);
  });
  while (await workOnce(night.memory, needs)) if (hasStruck()) takeOver();

  const struck = hasStruck();
  takeOver();
  const [listed, ...others] = await needs.runs.recent(10);
  const run = listed && (await needs.runs.load(listed.id))?.value;
  const delivered = [...night.memory.delivered].map(([id, { subject }]) => `${subject} ${id}`);
  return {
    struck,
    report: run && (await readReport(run, needs)),
    others,
    delivered: delivered.toSorted(),
    lost: night.memory.lost,
  };
}

describe('tables whose worker dies between two calls', () => {
  test.each(['dies before', 'dies after'] as const)(
    'leave a night that ends like an undisturbed one when it %s any of them',
    async (death) => {
      const { struck: _, ...undisturbed } = await nightOnTables(Infinity, death);
      expect(undisturbed.report?.run.status).toBe('completed');

      for (let call = 1; ; call += 4) {
        const { struck, ...outcome } = await nightOnTables(call, death);
        if (!struck) break;
        expect(outcome, `${death} call ${call}`).toEqual(undisturbed);
      }
    },
  );

  test.each([1, 2])('have a run with its sources in the list, killed at call %i', async (call) => {
    for (const death of ['dies before', 'dies after'] as const) {
      const { stores, takeOver } = await dyingStores(call, death);
      const run = aRun();
      await expect(stores.runs.create(run)).rejects.toThrow();
      takeOver();

      await stores.runs.create(run);

      expect(await stores.runs.loadSources(run.id)).toHaveLength(2);
      expect((await stores.runs.recent(5)).map(({ id }) => id)).toEqual([run.id]);
    }
  });
});
