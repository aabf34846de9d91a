import { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { CustomerId } from '../../shared/ledger/customer.ts';
import { UsageError } from './usage-error.ts';

/** Where output goes: a file, or `stdout`, which is written `-`. */
export type Output = { readonly kind: 'stdout' } | { readonly kind: 'file'; readonly path: string };

export const output = (text: string): Output =>
  text === '-' ? { kind: 'stdout' } : { kind: 'file', path: text };

/** Reads the value of an option that is a day. Throws UsageError. */
export const day =
  (option: string) =>
  (text: string): CalendarDate =>
    dayIn(text, option);

/** Reads the id of a customer; an option given again adds to it. Throws UsageError. */
export const customerIds =
  (option: string) =>
  (text: string, before: readonly CustomerId[] = []): readonly CustomerId[] => {
    const read = CustomerId.safeParse(text);
    if (read.success) return [...before, read.data];
    throw new UsageError(
      `Cannot use ${option} "${text}" because it is no id of a customer: name one of customers.csv`,
    );
  };

/** Reads a path; an option given again adds to it. */
export const filePaths = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text,
];

/** Reads the name of a file that cannot go to standard output. Throws UsageError. */
export const fileName =
  (option: string) =>
  (text: string): string => {
    if (text !== '-') return text;
    throw new UsageError(
      `Cannot write ${option} to "-" because only --json can go to standard output: name a file`,
    );
  };

/** Reads days separated by commas; an option given again adds to them. Throws UsageError. */
export const days =
  (option: string) =>
  (text: string, before: readonly CalendarDate[] = []): readonly CalendarDate[] => [
    ...before,
    ...text.split(',').map((each) => dayIn(each.trim(), option)),
  ];

function dayIn(text: string, option: string): CalendarDate {
  const read = CalendarDate.safeParse(text);
  if (read.success) return read.data;
  throw new UsageError(
    `Cannot use ${option} "${text}" because it is no day: write one that exists as YYYY-MM-DD, such as 2026-03-17`,
  );
}

/** Reads a port of this machine; 0 takes any free one. Throws UsageError. */
export const portNumber =
  (option: string) =>
  (text: string): number => {
    const port = Number(text);
    if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
    throw new UsageError(
      `Cannot use ${option} "${text}" because it is no port: write a number from 0 to 65535`,
    );
  };
