import { resolve } from 'node:path';
import { type CalendarDate, dayInZone } from '../../shared/ledger/calendar-date.ts';
import { policyText } from '../../shared/live-sources.ts';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';
import { readAsOf } from '../../shared/sources/files/as-of.ts';
import { dataFiles } from '../../shared/sources/files/data-files.ts';
import { directoryFolder } from '../../shared/sources/folders/directory-folder.ts';

type Input = { readonly data: string; readonly policy?: string; readonly asOf?: CalendarDate };

/** Finds what makes a night impossible before anything is started, and settles its day. */
export async function checkInput(input: Input, now: Date): Promise<{ asOf: CalendarDate }> {
  const folder = directoryFolder(resolve(input.data));
  dataFiles(folder, await folder.files());
  const { text, where } = await policyText(input.policy, folder);
  const policy = parsePolicy(text, where);
  const asOf = input.asOf ?? (await readAsOf(folder));
  return { asOf: asOf ?? dayInZone(now, policy.reseller.timeZone) };
}
