import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type FakeBusinessCentral,
  startFakeBusinessCentral,
} from '../../../local/business-central/fake-business-central.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import type { SourceReading } from '../../../shared/run/pull/source.ts';
import type { Retry } from '../../../shared/run/retries.ts';
import type { BusinessCentralAccess } from '../../../shared/sources/business-central/access.ts';
import { businessCentralSource } from '../../../shared/sources/business-central/business-central.ts';
import { day } from '../../builders.ts';
import { localAllowance } from '../http/local-allowance.ts';

export const DEBTORS = ['adatum', 'contoso', 'datum', 'fabrikam', 'graphic'].map((name) => ({
  name: name.toUpperCase(),
  domain: `${name}.example`,
}));

export const accessTo = (
  { application, companyId, url }: FakeBusinessCentral,
  over: Partial<BusinessCentralAccess> = {},
): BusinessCentralAccess => ({
  tenant: application.tenant,
  environment: 'Production',
  company: companyId,
  clientId: application.clientId,
  secret: application.secret,
  apiUrl: url,
  loginUrl: url,
  ...over,
});

/** The fake, and Duewatch's own access to it, with a clock that moves only when it sleeps. */
export async function fakeAccess(
  over: Partial<BusinessCentralAccess> = {},
  { debtors = DEBTORS, timeoutMs = 10_000 } = {},
) {
  const fake = await startFakeBusinessCentral({ seed: 'test', debtors, today: day('2026-03-17') });
  const stagingFolder = mkdtempSync(join(tmpdir(), 'duewatch-books-'));
  const slept: number[] = [];
  const retries: Retry[] = [];
  let now = Date.parse('2026-03-17T02:00:00Z');
  const surroundings = {
    fetch: globalThis.fetch,
    now: () => new Date(now),
    sleep: async (ms: number) => {
      slept.push(ms);
      now += ms;
    },
    random: () => 0.5,
    onRetry: (retry: Retry) => void retries.push(retry),
  };
  const source = businessCentralSource(accessTo(fake, over), {
    allowance: localAllowance(300, surroundings.now),
    surroundings,
    stagingFolder,
    timeoutMs,
    pageSize: 4,
    settledDisputes: ['RESOLVED'],
  });
  return {
    fake,
    source,
    slept,
    retries,
    async [Symbol.asyncDispose](): Promise<void> {
      await fake.stop();
      rmSync(stagingFolder, { recursive: true });
    },
  };
}

export async function allOf(reading: SourceReading): Promise<readonly CustomerFacts[]> {
  const page = await reading.customers(undefined, 1_000);
  return page.flatMap((each) => ('customer' in each ? [each] : []));
}
