import { encodeKey } from '../../../shared/effects/store/keys.ts';
import { StaleError } from '../../../shared/run/errors.ts';
import type { Receipts } from '../../../shared/run/pull/pull-ports.ts';
import type { Memory } from './memory.ts';

/** Keeps the same promises as the table: see contracts/receipts.ts. */
export const inMemoryReceipts = (memory: Memory): Receipts => ({
  async open({ dryRun }, source) {
    const name = `${dryRun ? 'dry-run' : 'night'} ${source}`;
    const stored = memory.receipts.get(name) ?? { saves: 0, byKey: new Map() };
    memory.receipts.set(name, stored);
    let ours = stored.saves;
    let keys: readonly string[] = [];
    return {
      async page(after, through) {
        const from = after === undefined ? '' : encodeKey(after);
        const to = through === undefined ? '~' : encodeKey(through);
        const found = [...stored.byKey].filter(([key]) => from < key && key <= to);
        keys = found.map(([key]) => key);
        return structuredClone(found.map(([, receipt]) => receipt));
      },
      async around(id) {
        keys = [encodeKey(id)];
        return structuredClone(keys.flatMap((key) => stored.byKey.get(key) ?? []));
      },
      async save(receipts) {
        if (stored.saves !== ours) throw new StaleError(`the receipts of "${name}"`);
        stored.saves += 1;
        ours = stored.saves;
        for (const key of keys) stored.byKey.delete(key);
        keys = receipts.map(({ id }) => encodeKey(id));
        for (const receipt of receipts)
          stored.byKey.set(encodeKey(receipt.id), structuredClone(receipt));
      },
      isOurs: async () => stored.saves === ours,
    };
  },
});
