import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { Email } from './email.ts';

/** How a night went, as its operator needs to know it. Amounts are minor units. */
export type RunSummary = {
  readonly run: {
    readonly id: string;
    readonly asOf: CalendarDate;
    readonly status: 'completed' | 'completed-with-failures' | 'failed';
    /** Why it failed, if it did. */
    readonly because?: string | undefined;
    /** Why no stage rose (stale data), if none could. */
    readonly holdStages?: string | undefined;
  };
  readonly totals: {
    readonly customers: number;
    readonly evaluated: number;
    readonly failed: number;
    readonly invoices: number;
    readonly payments: number;
    readonly spendRows: number;
    readonly rejected: number;
    readonly duplicates: number;
  };
  readonly stages: readonly {
    readonly stage: string;
    readonly currency: CurrencyCode;
    readonly customers: number;
    readonly overdue: number;
  }[];
  readonly emails: readonly { readonly kind: Email['kind']; readonly count: number }[];
  /** Spend of customers in nobody's books. */
  readonly unowned?: readonly {
    readonly currency: CurrencyCode;
    readonly customers: number;
    readonly spent: number;
  }[];
  /** What is odd about a source and no error. */
  readonly findings?: readonly string[];
  /** The first ones are enough: twenty are shown. */
  readonly rejected: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: string;
    readonly value: string;
    readonly reason: string;
  }[];
  /** A customer, a source or an e-mail that failed, and why. */
  readonly failures: readonly { readonly what: string; readonly because: string }[];
};
