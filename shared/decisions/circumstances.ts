import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { Notice } from './customer-night.ts';

/** The day on which a letter reached the customer, by the key of each notice it carried. */
export type Delivered = Readonly<Record<string, CalendarDate>>;

/** What a night knows beyond facts, state and policy. */
export type Circumstances = {
  /** Why no stage may move, such as stale data. */
  readonly holdStages: string | undefined;
  readonly delivered?: Delivered;
  /** What an earlier run decided to tell colleagues, and ended before it told anybody. */
  readonly untold?: readonly Notice[];
};
