import { randomUUID } from 'node:crypto';
import type { AccessTokens } from '../http/surroundings.ts';
import { digest } from '../staging/digest.ts';
import { stageOnce } from '../staging/stage-once.ts';
import type { PartnerCenterCalls } from './partner-center-calls.ts';
import { newStaging } from './staging-tables.ts';
import { CustomerMonthlyUsageRecord } from './usage-record.ts';

export type StageNeeds = {
  readonly calls: PartnerCenterCalls;
  /** Usage is told to an account that signed in, and to no application. */
  readonly account: AccessTokens;
  readonly location: string;
  readonly stagingFolder: string;
};

export const USAGE_LIST = 'customers/usagerecords';

/** Reads the usage of all customers into a file on disk, and tells where that is. */
export async function stageUsage(needs: StageNeeds): Promise<string> {
  const name = { place: digest(`usage of ${needs.location}`), version: randomUUID() };
  return await stageOnce(needs.stagingFolder, name, (part) => readInto(part, needs));
}

/** Items that cannot be read are kept for a person to see, with their place in the list. */
async function readInto(path: string, { calls, account }: StageNeeds): Promise<void> {
  const writer = newStaging(path);
  const what = 'read the usage of all customers from Partner Center';
  let line = 0;
  try {
    for await (const items of calls.pages({ what, path: `/${USAGE_LIST}`, tokens: account }))
      for (const item of items) {
        line += 1;
        const read = CustomerMonthlyUsageRecord.safeParse(item);
        if (read.success) writer.spend(read.data);
        else writer.reject(line, item, read.error.issues);
      }
    writer.finish();
  } finally {
    writer.close();
  }
}
