import { CalendarDate } from '../../ledger/calendar-date.ts';
import { SourceError } from '../../run/errors.ts';
import type { Folder } from '../folders/folder.ts';

export const AS_OF_FILE = 'as-of.txt';

/** A day is ten characters; a byte order mark, spaces and a line end may stand around it. */
const LONGEST_BYTES = 100;

/** The day a folder says it is about, if it says so. Throws SourceError where that is no day. */
export async function readAsOf(folder: Folder): Promise<CalendarDate | undefined> {
  const file = (await folder.files()).find(({ name }) => name === AS_OF_FILE);
  if (file === undefined) return undefined;

  const chunks = file.size > LONGEST_BYTES ? [] : await (await folder.open(file.name)).toArray();
  const day = CalendarDate.safeParse(new TextDecoder().decode(Buffer.concat(chunks)).trim());
  if (day.success) return day.data;
  throw new SourceError(
    `Cannot read "${AS_OF_FILE}" of "${folder.location}" because it is not one day: write one day in it, as YYYY-MM-DD`,
  );
}
