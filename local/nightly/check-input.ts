import { resolve } from 'node:path';
import { type CalendarDate, dayInZone } from '../../shared/ledger/calendar-date.ts';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { readAsOf } from '../../shared/sources/files/as-of.ts';
import { dataFiles, listingOf } from '../../shared/sources/files/data-files.ts';
import { directoryFolder } from '../../shared/sources/folders/directory-folder.ts';
import type { Folder } from '../../shared/sources/folders/folder.ts';
import { policyText } from '../../shared/sources/folders/policy-text.ts';

type Input = { readonly data: string; readonly policy?: string; readonly asOf?: CalendarDate };

export type CheckedInput = {
  readonly asOf: CalendarDate;
  readonly policy: Policy;
  /** Where the policy is from. */
  readonly where: string;
  readonly folder: Folder;
};

/** Finds what makes a night impossible before anything is started, and settles its day. */
export async function checkInput(input: Input, now: Date): Promise<CheckedInput> {
  const folder = directoryFolder(resolve(input.data));
  dataFiles(folder, await listingOf(folder));
  const { text, where } = await policyText(input.policy, folder);
  const policy = parsePolicy(text, where);
  const asOf = input.asOf ?? (await readAsOf(folder));
  return { asOf: asOf ?? dayInZone(now, policy.reseller.timeZone), policy, where, folder };
}
