import type { AccountState, LadderState } from '../customer-state.ts';
import { ladderOf, OFF_LADDER, stored } from './ladder.ts';

/**
 * The customer's ladder, also on the first night after each invoice climbed by itself: it stands
 * where the highest did, and counts as told what any of them was told.
 */
export function customerLadder(account: AccountState): LadderState {
  const invoices = Object.values(account.invoices);
  if (invoices.length === 0) return account;
  const onStage = invoices.filter(({ stage }) => stage !== undefined && stage === account.stage);
  const lead = onStage.find(({ raised }) => raised === undefined) ?? onStage[0];
  return ladderOf({
    stage: account.stage,
    enteredOn: account.enteredOn,
    told: unique(invoices.flatMap(({ told }) => told)),
    lettersWaiting: unique(onStage.flatMap(({ lettersWaiting }) => lettersWaiting ?? [])),
    tellingsWaiting: unique(onStage.flatMap(({ tellingsWaiting }) => tellingsWaiting ?? [])),
    repeats: lead?.repeats,
    letters: invoices.reduce<LadderState['letters']>(
      (all, { letters }) => withLetters(all, letters),
      undefined,
    ),
    raised: lead?.raised,
    raiseDue: invoices.find(({ raiseDue }) => raiseDue !== undefined)?.raiseDue,
  });
}

/**
 * An invoice's own ladder, also on the first night after the customer had one for all: it starts
 * from where that stood, and comes down to what its own days say.
 */
export const invoiceLadder = (account: AccountState, invoiceId: string): LadderState =>
  stored(account.invoices, invoiceId) ??
  (wasCustomers(account) ? ladderOf({ ...account }) : OFF_LADDER);

/** Where each invoice climbs by itself, the customer is told of nothing by a ladder of its own. */
export const wasCustomers = ({ told, tellingsWaiting }: AccountState): boolean =>
  told.length > 0 || tellingsWaiting !== undefined;

/** What the customer was told of stages that an invoice has not come to is not about it. */
export const toldSoFar = (ladder: LadderState, reached: readonly string[]): LadderState =>
  ladderOf({ ...ladder, told: ladder.told.filter((name) => reached.includes(name)) });

function withLetters(
  all: LadderState['letters'],
  more: LadderState['letters'],
): LadderState['letters'] {
  if (all === undefined || more === undefined) return all ?? more;
  const merged = { ...all };
  for (const [stage, letters] of Object.entries(more)) {
    const known = stored(merged, stage);
    merged[stage] = {
      keys: unique([...(known?.keys ?? []), ...letters.keys]),
      on: known !== undefined && known.on > letters.on ? known.on : letters.on,
    };
  }
  return merged;
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
