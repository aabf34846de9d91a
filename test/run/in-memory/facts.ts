import type { CustomerId } from '../../../shared/ledger/customer.ts';
import { StaleError } from '../../../shared/run/errors.ts';
import { partName, type StoredPart } from '../../../shared/run/loaded-customer.ts';
import type { PartPlace, PulledFacts } from '../../../shared/run/pull/pull-ports.ts';
import type { Run } from '../../../shared/run/run.ts';
import type { Memory } from './memory.ts';

type Dry = Pick<Run, 'dryRun'>;

/** A dry run has places of its own. */
export const placeOf = ({ dryRun }: Dry, customerId: CustomerId): string =>
  JSON.stringify([dryRun ? 'dry-run' : 'night', customerId]);

const keyOf = (run: Dry, source: string, { id, customerId }: PartPlace): string =>
  `${placeOf(run, customerId)} ${source} ${id}`;

export const partsOf = (memory: Memory, run: Dry, customerId: CustomerId): StoredPart[] =>
  memory.facts
    .entries()
    .filter(([key]) => key.startsWith(`${placeOf(run, customerId)} `))
    .map(([, part]) => part);

/** Keeps the same promises as the tables: see contracts/facts.ts. */
export const inMemoryFacts = (memory: Memory): PulledFacts => ({
  async save(run, source, part, etag) {
    const { id, facts } = part;
    const stored = { asOf: run.asOf, source, id, facts };
    return memory.facts.save(keyOf(run, source, part), etag, stored, `the facts of "${id}"`).etag;
  },
  etagOf: async (run, source, place) => memory.facts.get(keyOf(run, source, place))?.etag,
  async remove(run, source, place, etag) {
    if (!memory.facts.remove(keyOf(run, source, place), etag))
      throw new StaleError(`the facts of "${place.id}"`);
  },
  async bring(run, source, id, from, to) {
    const part = partName({ source, id });
    const state = memory.states.get(from)?.value.state;
    const [there, here] = [movesOf(memory, run, to), movesOf(memory, run, from)];
    if (state !== undefined)
      there.set(`from ${from}`, { kind: 'brought', state, key: `from ${from}` });
    const letters = { ...memory.letters.get(from), ...memory.letters.get(to) };
    if (Object.keys(letters).length > 0 && !run.dryRun) memory.letters.set(to, letters);
    if (!run.dryRun) addMissing(memory, from, to);
    here.set(`left ${part}`, { kind: 'left', part, key: `left ${part}` });
    there.delete(`left ${part}`);
  },
});

function addMissing({ entries }: Memory, from: CustomerId, to: CustomerId): void {
  for (const [key, entry] of entries.entries()) {
    const name = key.startsWith(`${from}|`) ? key.slice(from.length) : undefined;
    if (name !== undefined && entries.get(`${to}${name}`) === undefined)
      entries.put(`${to}${name}`, entry);
  }
}

function movesOf({ moves }: Memory, run: Dry, customerId: CustomerId) {
  const place = placeOf(run, customerId);
  const found = moves.get(place) ?? new Map();
  moves.set(place, found);
  return found;
}
