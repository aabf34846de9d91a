import type { CustomerNight } from '../../decisions/customer-night.ts';
import { toDecimal } from '../../ledger/money.ts';
import { Highest } from './highest.ts';
import type { Attention, Ending } from './portfolio.ts';
import { shownBecause } from './shown-because.ts';

const SHOWN = 30;
const NAME_CHARACTERS = 200;

/** More than any amount: what is pressing comes before what is large. */
const ABOVE_MONEY = 1e15;

/** What of a night asks for a person, without keeping its customers. */
export type AttentionTally = {
  readonly pressing: Highest<Attention>;
  readonly ending: Highest<Ending>;
  asked: number;
};

export const newAttentionTally = (): AttentionTally => ({
  pressing: new Highest(SHOWN),
  ending: new Highest(SHOWN),
  asked: 0,
});

export function addAttention(tally: AttentionTally, night: CustomerNight): void {
  const { customerId } = night.customer;
  const who = { customerId, name: night.customer.name.slice(0, NAME_CHARACTERS).toWellFormed() };
  for (const notice of night.notices.filter(asksForSomebody)) {
    const { kind, currency, stage, actions } = notice;
    const overdue = night.accounts.find((each) => each.currency === currency)?.overdue ?? 0;
    tally.asked += 1;
    tally.pressing.add(
      {
        ...who,
        currency,
        kind,
        stage: stage ?? null,
        actions,
        ...shownBecause(notice),
        overdue: toDecimal({ minorUnits: overdue, currency }),
      },
      pressure(notice) * ABOVE_MONEY + overdue,
    );
  }
  for (const each of night.endingSoon ?? [])
    tally.ending.add({ ...who, ...each, invoiceId: each.invoiceId ?? null }, -day(each.until));
}

type Notice = CustomerNight['notices'][number];

/** What the policy tells the credit controller, and what somebody has to decide or ask about. */
const asksForSomebody = ({ kind, tell, actions, isUrgent }: Notice): boolean =>
  kind === 'promise-broken' ||
  actions.length > 0 ||
  isUrgent === true ||
  tell.includes('credit-controller');

function pressure({ kind, actions, isUrgent }: Notice): number {
  if (isUrgent === true) return 3;
  if (actions.length > 0) return 2;
  return kind === 'promise-broken' ? 1 : 0;
}

const day = (date: string): number => Date.parse(date);
