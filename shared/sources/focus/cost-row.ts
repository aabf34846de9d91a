import { z } from 'zod';
import { monthOf } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import type { DailySpend } from '../../ledger/spend.ts';
import { exactAmount } from '../amounts/exact-amount.ts';
import { chargeDay } from './charge-day.ts';

/** The tenant id is a GUID, and its capitals differ between exports; what is none stays as it is. */
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const lowerGuid = (id: string): string => (GUID.test(id) ? id.toLowerCase() : id);

/** FOCUS names a billing account by its path, Azure's own files by what ends it. */
const customerOf = (id: string): string => lowerGuid(id.replace(/^\/providers\/.*\//i, ''));

/** FOCUS names a subscription by its path, Azure's own files by its GUID. */
const subscriptionOf = (id: string): string => lowerGuid(id.replace(/^\/subscriptions\//i, ''));

const CHARGES: Readonly<Record<string, NonNullable<DailySpend['charge']>>> = {
  usage: 'usage',
  purchase: 'purchase',
  credit: 'credit',
  adjustment: 'adjustment',
  refund: 'adjustment',
  roundingadjustment: 'adjustment',
  tax: 'tax',
};

/** Charges that only amortized cost has. */
const UNUSED = new Set(['unusedreservation', 'unusedsavingsplan']);
const COMMITMENTS = new Set(['reservation', 'savingsplan']);

const readable = <Value>(read: (text: string) => Value) =>
  z.string().transform((text, context) => {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  });

const costRow = (isMonthFirst: boolean) =>
  z
    .object({
      customerId: z.string().transform(customerOf).pipe(CustomerId),
      customerName: z.string().optional(),
      day: readable((text) => chargeDay(text, isMonthFirst)),
      amount: readable(exactAmount),
      currency: CurrencyCode,
      service: z.string().optional(),
      subscriptionId: z.string().transform(subscriptionOf).optional(),
      charge: z.string().toLowerCase().default('usage'),
      billedFrom: readable((text) => chargeDay(text, isMonthFirst)).optional(),
      pricingModel: z.string().toLowerCase().optional(),
    })
    .transform(({ charge, billedFrom, pricingModel = '', ...row }, context) => {
      const isAmortized =
        UNUSED.has(charge) ||
        (charge === 'usage' && COMMITMENTS.has(pricingModel) && row.amount !== 0n);
      const known = isAmortized ? 'usage' : CHARGES[charge];
      if (known === undefined)
        context.addIssue({ code: 'custom', path: ['charge'], message: 'is no charge we know' });
      return {
        ...row,
        charge: known ?? 'usage',
        billedIn: monthOf(billedFrom ?? row.day),
        isAmortized,
      };
    });

/** One charge. `amount` is exact, in multiples of 10^-40 of the currency. */
export const CostRow = { focus: costRow(false), azure: costRow(true) } as const;
export type CostRow = z.infer<(typeof CostRow)['focus']>;
