import { expect, test } from 'vitest';
import type { KnownIdentity } from '../../shared/ledger/known-identity.ts';
import type { Identities } from '../../shared/run/pull/directory-ports.ts';
import { id } from '../run/portfolio.ts';
import { aRun } from './run-builders.ts';

let sources = 0;
const aSource = (): string => {
  sources += 1;
  return `source/${sources}`;
};

const known = (text: string, customerId = text): KnownIdentity => ({
  id: id(text),
  customerId: id(customerId),
  domains: [`${text}.example`],
});

/** What was read, as a value to compare. */
const whole = async (read: Awaited<ReturnType<Identities['load']>>) =>
  read && { runId: read.runId, identities: (await Array.fromAsync(read.pages())).flat() };

export function keepsIdentities(make: () => Identities): void {
  test('a source that was never read has none', async () => {
    expect(await make().load(aRun(), aSource())).toBeUndefined();
  });

  test('more than fit a row come back in their order, and say which run read them', async () => {
    const [identities, source, run] = [make(), aSource(), aRun()];
    const all = Array.from({ length: 2_500 }, (_, at) => known(`t-${at}`));

    expect(await whole(await identities.save(run, source, all))).toEqual({
      runId: run.id,
      identities: all,
    });

    expect(await whole(await identities.load(run, source))).toEqual({
      runId: run.id,
      identities: all,
    });
  });

  test('the first reader of a run is right for all of them', async () => {
    const [identities, source, run] = [make(), aSource(), aRun()];
    await identities.save(run, source, [known('t')]);

    const second = await whole(await identities.save(run, source, [known('t', 'other')]));

    expect(second?.identities).toEqual([known('t')]);
  });

  test('the next run replaces what has changed, and takes over what has not', async () => {
    const [identities, source] = [make(), aSource()];
    const [first, second, third] = [aRun(), aRun(), aRun()];
    await identities.save(first, source, [known('t')]);
    await identities.save(second, source, [known('t')]);
    expect(await whole(await identities.load(third, source))).toEqual({
      runId: second.id,
      identities: [known('t')],
    });

    await identities.save(third, source, [known('t', 'them')]);

    expect((await whole(await identities.load(third, source)))?.identities).toEqual([
      known('t', 'them'),
    ]);
  });

  test('of two readers at once both end with the same', async () => {
    const [identities, source, run] = [make(), aSource(), aRun()];

    const [one, other] = await Promise.all([
      identities.save(run, source, [known('a')]).then(whole),
      identities.save(run, source, [known('b')]).then(whole),
    ]);

    expect(one).toEqual(other);
    expect(await whole(await identities.load(run, source))).toEqual(one);
  });

  test('a dry run has its own', async () => {
    const [identities, source] = [make(), aSource()];
    await identities.save(aRun(), source, [known('t')]);

    expect(await identities.load(aRun({ dryRun: true }), source)).toBeUndefined();
  });
}
