import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type FakePartnerCenter,
  startFakePartnerCenter,
} from '../../../local/partner-center/fake-partner-center.ts';
import type { SourceFacts } from '../../../shared/ledger/source-facts.ts';
import type { SourceReading } from '../../../shared/run/pull/source.ts';
import type { Retry } from '../../../shared/run/retries.ts';
import type { PartnerCenterAccess } from '../../../shared/sources/partner-center/access.ts';
import { partnerCenter } from '../../../shared/sources/partner-center/partner-center.ts';
import { day } from '../../builders.ts';
import { localAllowance } from '../http/local-allowance.ts';

type Options = {
  readonly customers?: number;
  readonly today?: string;
  readonly pageSize?: number;
  /** Short where something hangs; else no machine is so slow that an answer comes too late. */
  readonly timeoutMs?: number;
  readonly access?: Partial<PartnerCenterAccess>;
};

/** The fake, and Duewatch's own access to it, with a clock that moves only when it sleeps. */
export async function fakeAccess(options: Options = {}) {
  const { customers = 12, today = '2026-05-19', pageSize = 5, timeoutMs = 10_000 } = options;
  const fake = await startFakePartnerCenter({
    seed: 'test',
    customers,
    today: day(today),
    pageSize,
  });
  const stagingFolder = mkdtempSync(join(tmpdir(), 'duewatch-partner-'));
  const kept: string[] = [];
  const slept: number[] = [];
  const retries: Retry[] = [];
  const started = Date.now();
  let skipped = 0;
  const surroundings = {
    fetch: globalThis.fetch,
    now: () => new Date(started + skipped),
    sleep: async (ms: number) => {
      slept.push(ms);
      skipped += ms;
    },
    random: () => 0.5,
    onRetry: (retry: Retry) => void retries.push(retry),
  };
  const access = { ...accessTo(fake), ...options.access };
  const live = partnerCenter(access, {
    refreshTokens: {
      read: async () => kept.at(-1) ?? fake.application.refreshTokens[0] ?? '',
      keep: async (token) => void kept.push(token),
    },
    allowance: localAllowance(500, surroundings.now),
    surroundings,
    stagingFolder,
    timeoutMs,
  });
  return {
    fake,
    live,
    kept,
    slept,
    retries,
    stagingFolder,
    async [Symbol.asyncDispose](): Promise<void> {
      await fake.stop();
      rmSync(stagingFolder, { recursive: true });
    },
  };
}

export const accessTo = (fake: FakePartnerCenter): PartnerCenterAccess => ({
  tenant: fake.application.tenant,
  clientId: fake.application.clientId,
  credential: { kind: 'secret', secret: fake.application.secret },
  cloud: 'global',
  apiUrl: fake.url,
  loginUrl: fake.url,
});

/** All that a reading has to say, page by page. */
export async function allOf(reading: SourceReading, limit = 4): Promise<readonly SourceFacts[]> {
  const all: SourceFacts[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await reading.customers(
      last && 'customerId' in last ? last.customerId : undefined,
      limit,
    );
    all.push(...page);
    if (page.length < limit) return all;
  }
}
