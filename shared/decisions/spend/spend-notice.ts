import type { Reason } from '../../languages/reason.ts';
import type { CalendarDate } from '../../ledger/calendar-date.ts';
import { becauseOf } from '../because-of.ts';
import type { HistoryEvent, Notice } from '../customer-night.ts';

type About = Omit<Notice, 'tell' | 'actions' | 'because' | 'reason'> &
  Partial<Pick<Notice, 'tell'>> & { readonly because: Reason };

/** Spend is told to the account manager, never to the customer. */
export const spendNotice = ({ because, ...about }: About): Notice => ({
  tell: ['account-manager'],
  actions: [],
  ...about,
  ...becauseOf(because),
});

/** A line of history for whatever is told. */
export const eventsOf = (notices: readonly Notice[], on: CalendarDate): readonly HistoryEvent[] =>
  notices.map(({ kind, currency, because, reason }) => ({
    on,
    kind: kind === 'budget' ? 'budget-alert' : kind,
    currency,
    text: because,
    ...(reason !== undefined && { reason }),
  }));
