import type { Reason } from '../../languages/reason.ts';
import { becauseOf } from '../because-of.ts';
import type { AccountState, LadderState } from '../customer-state.ts';
import type { Dunned } from './dun-account.ts';
import { stored } from './ladder.ts';
import { stageKey } from './stage-key.ts';
import { recoveryKey } from './tell-recovery.ts';

/**
 * Stale data moves no stage either way, ends no episode and tells nobody: a shrunken source must not
 * clear anybody. What waits to be said is listed with the reason.
 */
export function standStill(before: AccountState, keyPrefix: string, because: Reason): Dunned {
  const keys = waitingKeys(before, keyPrefix);
  const suppressed = keys.map((key) => ({ key, ...becauseOf(because) }));
  return { state: before, because, notices: [], suppressed, events: [] };
}

function waitingKeys(account: AccountState, keyPrefix: string): string[] {
  const about = { keyPrefix, episode: account.episode };
  const own = waitingOf(account);
  const invoices = Object.entries(account.invoices).flatMap(([id, ladder]) => {
    const waiting = waitingOf(ladder);
    return waiting === undefined ? [] : [{ id, ...waiting }];
  });
  const grouped = Map.groupBy(invoices, ({ stage, repetition }) => `${stage}|${repetition}`);
  const { recovery, episode } = account;
  return [
    ...(recovery === undefined ? [] : [recoveryKey(recovery, episode, keyPrefix)]),
    ...(own === undefined ? [] : [stageKey({ ...own, invoiceIds: [] }, about)]),
    ...[...grouped.values()].flatMap((group) =>
      group
        .slice(0, 1)
        .map((first) => stageKey({ ...first, invoiceIds: group.map(({ id }) => id) }, about)),
    ),
  ];
}

function waitingOf({ stage, lettersWaiting, tellingsWaiting, repeats = {} }: LadderState) {
  const waiting = [...(lettersWaiting ?? []), ...(tellingsWaiting ?? [])];
  if (stage === undefined || !waiting.includes(stage)) return undefined;
  return { stage, repetition: stored(repeats, stage)?.times ?? 0 };
}
