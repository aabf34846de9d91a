import { expect, test } from 'vitest';
import type { CustomerId } from '../../shared/ledger/customer.ts';
import { StaleError } from '../../shared/run/errors.ts';
import type { Runs } from '../../shared/run/ports.ts';
import { id } from '../run/portfolio.ts';
import { createdRun, evaluated, present } from './run-builders.ts';

/** Ids as billing systems have them, in no order of theirs. */
const ODD_IDS = [
  'contoso',
  'Contoso',
  'a/b\\c',
  '#1?',
  '100%',
  '100%25',
  'a=3Db',
  "o'hara & sons",
  '  spaced  ',
  'Grüße',
  '你好',
  '🦊',
  '0',
  'é',
].map(id);

const numbered = (count: number): CustomerId[] =>
  Array.from({ length: count }, (_, index) => id(`c-${`${index}`.padStart(5, '0')}`));

async function customersOf(runs: Runs, runId: Parameters<Runs['customers']>[0]) {
  return (await Array.fromAsync(runs.customers(runId))).flat();
}

export function runCustomersAreKept(make: () => Runs): void {
  test('odd ids come back as they were, each once, however often they are added', async () => {
    const runs = make();
    const run = await createdRun(runs);
    await runs.addCustomers(run.id, ODD_IDS);
    await runs.addCustomers(run.id, ODD_IDS.slice(2));

    const ids = (await customersOf(runs, run.id)).map(({ customerId }) => customerId);

    expect(ids.toSorted()).toEqual(ODD_IDS.toSorted());
  });

  test('any two in table order bound what is pending between them, both included', async () => {
    const runs = make();
    const run = await createdRun(runs);
    await runs.addCustomers(run.id, ODD_IDS);
    const ordered = (await customersOf(runs, run.id)).map(({ customerId }) => customerId);

    for (const [at, first] of ordered.entries())
      for (const last of [first, present(ordered.at(-1))])
        expect(await runs.pending(run.id, first, last)).toEqual(
          ordered.slice(at, ordered.indexOf(last) + 1),
        );
  });

  test('finishing counts them and leaves the others pending', async () => {
    const runs = make();
    const run = await createdRun(runs);
    const [a, b, c] = [id('a/1'), id('a/2'), id('a/3')];
    await runs.addCustomers(run.id, [a, b, c]);
    const failed = { kind: 'failed', customerId: b, because: 'its facts are broken' } as const;

    const saved = await runs.finishCustomers(present(await runs.load(run.id)), [
      evaluated(a),
      failed,
    ]);

    expect(saved).toEqual(await runs.load(run.id));
    expect(saved.value).toMatchObject({ evaluated: 1, failed: 1 });
    expect(await runs.pending(run.id, a, c)).toEqual([c]);
    expect(await customersOf(runs, run.id)).toEqual([
      { customerId: a, done: true },
      { customerId: b, done: true },
      { customerId: c, done: false },
    ]);
    expect((await Array.fromAsync(runs.results(run.id))).flat()).toEqual([evaluated(a), failed]);
  });

  test('a finish by a worker that is late leaves neither results nor counts', async () => {
    const runs = make();
    const run = await createdRun(runs);
    const [a, b] = [id('a'), id('b')];
    await runs.addCustomers(run.id, [a, b]);
    const stored = present(await runs.load(run.id));
    await runs.finishCustomers(stored, [evaluated(a)]);

    await expect(runs.finishCustomers(stored, [evaluated(b)])).rejects.toThrow(StaleError);

    expect((await runs.load(run.id))?.value.evaluated).toBe(1);
    expect(await runs.pending(run.id, a, b)).toEqual([b]);
  });

  test('a customer that is done stays done when its page is pulled again', async () => {
    const runs = make();
    const run = await createdRun(runs);
    await runs.addCustomers(run.id, [id('a')]);
    await runs.finishCustomers(present(await runs.load(run.id)), [evaluated(id('a'))]);

    await runs.addCustomers(run.id, [id('a')]);

    expect(await runs.pending(run.id, id('a'), id('a'))).toEqual([]);
    expect((await Array.fromAsync(runs.results(run.id))).flat()).toHaveLength(1);
  });

  test('99 results with long histories fit one transaction', async () => {
    const runs = make();
    const run = await createdRun(runs);
    const ids = numbered(99);
    await runs.addCustomers(run.id, ids);
    const results = ids.map((each) => evaluated(each, 'N'.repeat(20_000)));

    await runs.finishCustomers(present(await runs.load(run.id)), results);

    expect((await Array.fromAsync(runs.results(run.id))).flat()).toEqual(results);
  });

  test('more than a thousand are paged through, each once, in order', async () => {
    const runs = make();
    const run = await createdRun(runs);
    const ids = numbered(1_105);
    await runs.addCustomers(run.id, ids);
    for (let start = 0; start < ids.length; start += 99)
      await runs.finishCustomers(
        present(await runs.load(run.id)),
        ids.slice(start, start + 99).map((each) => evaluated(each)),
      );

    const listed = await customersOf(runs, run.id);
    const results = (await Array.fromAsync(runs.results(run.id))).flat();

    expect(listed).toEqual(ids.map((customerId) => ({ customerId, done: true })));
    expect(results).toEqual(ids.map((each) => evaluated(each)));
    expect((await runs.load(run.id))?.value.evaluated).toBe(1_105);
  });

  test('one run never shows the customers of another', async () => {
    const runs = make();
    const [run, other] = [await createdRun(runs), await createdRun(runs)];
    await runs.addCustomers(other.id, [id('a'), id('b')]);

    expect(await customersOf(runs, run.id)).toEqual([]);
    expect(await runs.pending(run.id, id('a'), id('b'))).toEqual([]);
  });
}
