import { CalendarDate } from '../../ledger/calendar-date.ts';

/** Spreadsheets write the first day they know where there is none, and nobody owes for a century. */
export const BookedDay = CalendarDate.refine(
  (day) => day >= '1970-01-01',
  'is before 1970, as spreadsheets write a day that is missing',
);
