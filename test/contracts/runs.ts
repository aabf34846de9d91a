import { describe, expect, test } from 'vitest';
import { StaleError } from '../../shared/run/errors.ts';
import type { Runs } from '../../shared/run/ports.ts';
import { aRun, createdRun, present } from './run-builders.ts';
import { runCustomersAreKept } from './run-customers.ts';
import { runEmailsAreKept } from './run-emails.ts';

/** Every implementation keeps these promises: the one in memory, and the table on Azurite. */
export function keepsRuns(make: () => Runs): void {
  describe('a run', () => runIsKept(make));
  describe('the places of runs', () => placesAreKept(make));
  describe('the watch over nights', () => watchIsKept(make));
  describe('recent runs', () => recentRunsAreListed(make));
  describe('the sources of a run', () => sourcesAreKept(make));
  describe('the customers of a run', () => runCustomersAreKept(make));
  describe('the e-mails of a run', () => runEmailsAreKept(make));
}

function placesAreKept(make: () => Runs): void {
  test('a place that nobody took has no holder, and then the last who took it', async () => {
    const runs = make();
    const [first, second] = [aRun(), aRun({ policyText: '{}' })];
    const place = `customer a/b#${first.id}`;
    expect(await runs.holder(place)).toBeUndefined();

    const held = await runs.hold(place, undefined, first);
    await runs.hold(place, held, second);

    expect((await runs.holder(place))?.value).toEqual(second);
  });

  test('of two who take a place at once one is too late', async () => {
    const runs = make();
    const place = `night ${aRun().id}`;
    const taken = await runs.hold(place, undefined, aRun());

    const twice = [undefined, taken].map((before) => [
      runs.hold(place, before, aRun()),
      runs.hold(place, before, aRun()),
    ]);

    const outcomes = await Promise.allSettled(twice.flat());
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
    const errors = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(errors.every((error) => error instanceof StaleError)).toBe(true);
  });
}

function runIsKept(make: () => Runs): void {
  test('one that nobody created is not there', async () => {
    expect(await make().load(aRun().id)).toBeUndefined();
  });

  test('is loaded as it was created, a policy of 80,000 characters included', async () => {
    const runs = make();
    const run = aRun({ policyText: `{"reseller":{"name":"${'Grüße '.repeat(13_000)}"}}` });

    expect(await runs.create(run)).toBe(true);

    expect((await runs.load(run.id))?.value).toEqual(run);
  });

  test('is created once: a second creation says so and changes nothing', async () => {
    const runs = make();
    const run = await createdRun(runs);
    const [first] = await runs.loadSources(run.id);
    const pulled = { ...present(first).value, after: 'contoso', customers: 200 };
    await runs.saveSource(run.id, present(first), pulled);

    expect(await runs.create({ ...run, policyText: '{}' })).toBe(false);

    expect((await runs.load(run.id))?.value).toEqual(run);
    expect((await runs.loadSources(run.id)).map(({ value }) => value)).toContainEqual(pulled);
  });

  test('of two who loaded it, the second to save is told so', async () => {
    const runs = make();
    const { id } = await createdRun(runs);
    const [one, other] = [present(await runs.load(id)), present(await runs.load(id))];
    await runs.save(one, { ...one.value, customers: 1 });

    await expect(runs.save(other, { ...other.value, customers: 2 })).rejects.toThrow(StaleError);

    expect((await runs.load(id))?.value.customers).toBe(1);
  });

  test('what a save returns can be saved again', async () => {
    const runs = make();
    const { id } = await createdRun(runs);
    const loaded = present(await runs.load(id));
    const saved = await runs.save(loaded, { ...loaded.value, status: 'evaluating' });

    await runs.save(saved, { ...saved.value, customers: 3 });

    expect((await runs.load(id))?.value).toMatchObject({ status: 'evaluating', customers: 3 });
  });
}

function watchIsKept(make: () => Runs): void {
  test('is known since the first instant that anybody asked at', async () => {
    const runs = make();
    const first = await runs.watchedSince(new Date('2026-03-16T00:30:00Z'));

    const again = await runs.watchedSince(new Date('2026-03-17T00:30:00Z'));

    expect(again).toEqual(first);
  });
}

function recentRunsAreListed(make: () => Runs): void {
  test('come newest first, no more than asked for', async () => {
    const runs = make();
    const [, second, third] = [
      await createdRun(runs),
      await createdRun(runs),
      await createdRun(runs),
    ];

    const ids = (await runs.recent(2)).map(({ id }) => id);

    expect(ids).toEqual([third.id, second.id]);
  });

  test('say what has become of a run, with its counts', async () => {
    const runs = make();
    const { id } = await createdRun(runs);
    const created = present(await runs.load(id));
    const evaluating = { ...created.value, status: 'evaluating', customers: 4 } as const;
    const begun = await runs.save(created, evaluating);
    expect((await runs.recent(1))[0]).toMatchObject({ status: 'evaluating', customers: 4 });

    await runs.save(begun, {
      ...begun.value,
      status: 'completed-with-failures',
      evaluated: 3,
      failed: 1,
      holdStages: 'the source is old',
    });

    expect((await runs.recent(1))[0]).toMatchObject({
      id,
      status: 'completed-with-failures',
      evaluated: 3,
      failed: 1,
      holdStages: 'the source is old',
    });
  });

  test('say how far a run is that only counts on', async () => {
    const runs = make();
    const { id } = await createdRun(runs);
    const stored = present(await runs.load(id));
    await runs.save(stored, { ...stored.value, evaluated: 2 });

    expect((await runs.recent(1))[0]).toMatchObject({ id, status: 'pulling', evaluated: 2 });
  });

  test('show a run once that was created twice, even at another instant', async () => {
    const runs = make();
    const run = await createdRun(runs);
    await runs.create({ ...run, startedAt: aRun().startedAt });

    const ids = (await runs.recent(20)).map(({ id }) => id);

    expect(ids.filter((id) => id === run.id)).toEqual([run.id]);
  });
}

function sourcesAreKept(make: () => Runs): void {
  test('are there from the start, with nothing read', async () => {
    const runs = make();
    const { id } = await createdRun(runs);

    const sources = (await runs.loadSources(id)).map(({ value }) => value);

    expect(sources).toHaveLength(2);
    expect(sources).toContainEqual({
      ...{ name: 'partner center', location: 'https://example', status: 'pulling' },
      ...{ customers: 0, invoices: 0, payments: 0, spendRows: 0 },
      ...{ later: 0, rejected: 0, duplicates: 0 },
    });
  });

  test('of two workers on one source, the second to save is told so', async () => {
    const runs = make();
    const { id } = await createdRun(runs);
    const stored = present((await runs.loadSources(id))[0]);
    const saved = await runs.saveSource(id, stored, { ...stored.value, after: 'a/b#c' });

    await expect(runs.saveSource(id, stored, { ...stored.value, after: 'z' })).rejects.toThrow(
      StaleError,
    );
    await runs.saveSource(id, saved, { ...saved.value, status: 'done' });

    const sources = (await runs.loadSources(id)).map(({ value }) => value);
    expect(sources).toContainEqual({ ...stored.value, after: 'a/b#c', status: 'done' });
  });
}
