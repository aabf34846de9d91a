import { expect, test } from 'vitest';
import type { HistoryEvent } from '../../shared/decisions/customer-night.ts';
import type { ArrangementEntry } from '../../shared/ledger/entries.ts';
import type { People } from '../../shared/run/desk/people-port.ts';
import { StaleError } from '../../shared/run/errors.ts';
import { day } from '../builders.ts';
import { aRun } from './run-builders.ts';
import { type CustomerStores, idOf, loaded, someone, tell } from './someone.ts';

const HOLD: ArrangementEntry = {
  kind: 'arrangement',
  id: 'hold/1',
  arrangement: { kind: 'hold', from: day('2026-03-17'), currency: 'EUR', by: 'Anna', reason: 'x' },
  recordedBy: 'Anna',
  recordedAt: '2026-03-17T09:15:00.000Z',
  recordedOn: day('2026-03-17'),
};

const event = (at: string, text: string): HistoryEvent => ({
  on: day('2026-03-17'),
  kind: 'hold-recorded',
  text,
  by: 'Anna',
  at,
});

const RECORDED = event('2026-03-17T09:15:00.000Z', 'hold from 2026-03-17');

/** Every implementation keeps these promises: the one in memory, and the table on Azurite. */
export function keepsWhatPeopleEnter(
  make: () => { readonly people: People } & Pick<CustomerStores, 'customers' | 'facts'>,
): void {
  test('an entry is there with an ETag once it is saved, with its event', async () => {
    const { people } = make();
    const customerId = idOf(someone({}));

    const { etag } = await people.save(customerId, undefined, HOLD, RECORDED);

    expect(await people.load(customerId, HOLD)).toEqual({ value: HOLD, etag });
    expect(await people.history(customerId, '', ';')).toEqual([
      { key: expect.stringMatching(/^2026-03-17\./), events: [RECORDED] },
    ]);
  });

  test('of two who make the same entry one is too late, and leaves no event', async () => {
    const { people } = make();
    const customerId = idOf(someone({}));
    const late = event('2026-03-17T09:15:00.001Z', 'too late');
    await people.save(customerId, undefined, HOLD, RECORDED);

    await expect(people.save(customerId, undefined, HOLD, late)).rejects.toThrow(StaleError);

    expect(await people.history(customerId, '', ';')).toHaveLength(1);
  });

  test('of two who change an entry that both have read, one is too late', async () => {
    const { people } = make();
    const customerId = idOf(someone({}));
    const { etag } = await people.save(customerId, undefined, HOLD, RECORDED);
    const changes = ['Bo', 'Cy'].map((recordedBy, at) =>
      people.save(
        customerId,
        etag,
        { ...HOLD, recordedBy },
        event(`2026-03-17T09:16:00.00${at}Z`, recordedBy),
      ),
    );

    const outcomes = await Promise.allSettled(changes);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('history is read between two keys, oldest first, notes included', async () => {
    const { people } = make();
    const customerId = idOf(someone({}));
    const [first, second] = [
      event('2026-03-17T09:00:00.000Z', 'first'),
      event('2026-03-17T10:00:00.000Z', 'second'),
    ];
    await people.note(customerId, second, 'directory');
    await people.note(customerId, first, 'directory');

    const rows = await people.history(customerId, '2026-03-17', ';');

    expect(rows.flatMap(({ events }) => events)).toEqual([first, second]);
    expect(await people.history(customerId, '2026-03-17', rows[1]?.key ?? '')).toHaveLength(1);
  });

  test('a night reads what people entered together with the facts', async () => {
    const { people, customers, facts } = make();
    const them = someone({});
    const run = aRun();
    await tell({ facts }, run, 'files', them);
    const stored = await people.save(idOf(them), undefined, HOLD, RECORDED);

    const read = await loaded(customers, run, them);

    expect(read.facts.arrangements).toEqual([HOLD.arrangement]);
    expect(read.entries).toEqual([stored]);
  });
}
