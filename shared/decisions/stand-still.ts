import type { AccountState, LadderState } from './customer-state.ts';
import type { Dunned } from './dun-account.ts';
import { stageKey } from './stage-key.ts';

/**
 * Stale data moves no stage either way, ends no episode and tells nobody: a shrunken feed must not
 * clear anybody. What waits to be said is listed with the reason.
 */
export function standStill(before: AccountState, keyPrefix: string, because: string): Dunned {
  const keys = waitingKeys(before, keyPrefix);
  const suppressed = keys.map((key) => ({ key, because }));
  return { state: before, because, notices: [], suppressed, events: [] };
}

function waitingKeys(account: AccountState, keyPrefix: string): string[] {
  const about = { keyPrefix, episode: account.episode };
  const invoices = Object.entries(account.invoices).filter(([, ladder]) => waits(ladder));
  const byStage = Map.groupBy(invoices, ([, { stage }]) => stage ?? '');
  const ofInvoices = [...byStage].map(([stage, own]) =>
    stageKey(
      stage,
      own.map(([id]) => id),
      about,
    ),
  );
  return waits(account) ? [stageKey(account.stage, [], about), ...ofInvoices] : ofInvoices;
}

const waits = (ladder: LadderState): ladder is LadderState & { readonly stage: string } =>
  ladder.stage !== undefined && ladder.lettersWaiting?.includes(ladder.stage) === true;
