import type { BudgetEntry, Entry } from '../../ledger/entries.ts';
import type { Stored } from '../../run/ports.ts';
import { budgetEntryView } from './arrangement-view.ts';

export const asBudget = (stored: Stored<Entry> | undefined): Stored<BudgetEntry> | undefined =>
  stored?.value.kind === 'budget' ? { value: stored.value, etag: stored.etag } : undefined;

export const savedBudget = (
  { portal, ...stored }: Stored<BudgetEntry> & { readonly portal: string | null },
  status: 200 | 201,
) => ({
  status,
  headers: { etag: stored.etag },
  content: { ...budgetEntryView(stored), portal },
});
