import type { CustomerNight } from '../../decisions/customer-night.ts';
import { hasSpendToWatch } from '../../decisions/email/digest-spend.ts';
import { addToDigest, type DigestTally, digestTally } from '../../decisions/email/digest-tally.ts';
import type { EmailSummary } from '../../decisions/email/email.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { parsePolicy } from '../../policy/parse-policy.ts';
import type { CustomerResult } from '../customer-result.ts';
import type { Runs } from '../ports.ts';
import type { Reject, Run, SourceProgress } from '../run.ts';
import { type AgingTally, addAging } from './aging-tally.ts';
import { findingsOf } from './findings-of.ts';
import { type ManagerDigest, managerOf } from './manager-digest.ts';
import { addUse, policyFindings, policyUse } from './policy-findings.ts';

const REJECTS_SHOWN = 20;
const FAILURES_SHOWN = 100;
/** However many failed for one reason, they are one thing to mend. */
const NAMED_PER_REASON = 5;
const UNMATCHED_SHOWN = 20;

/** What the night's e-mails are made of: no more of a customer than they can say. */
export type NightTally = {
  /** The customers' own: letters and alerts. */
  readonly emails: EmailSummary[];
  readonly ofController: DigestTally;
  readonly byAccountManager: Map<string, ManagerDigest>;
  readonly aging: AgingTally;
  /** When the newest of each source was written. */
  readonly readAt: { readonly source: string; readonly at: string }[];
  readonly stages: Map<string, StageTally>;
  readonly failures: { readonly what: string; readonly because: string; more?: number }[];
  moreFailures: number;
  readonly rejects: Reject[];
  /** Spend of customers in nobody's books, by currency. */
  readonly unowned: Map<CurrencyCode, UnownedTally>;
  readonly unownedFirst: Unowned[];
  readonly withoutTenant: { customers: number; readonly first: WithoutTenant[] };
  readonly findings: string[];
};

type WithoutTenant = {
  readonly customerId: string;
  readonly name: string;
  readonly because: string;
};

type Unowned = {
  readonly customerId: string;
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly spent: number;
};

type UnownedTally = { readonly currency: CurrencyCode; customers: number; spent: number };

type StageTally = {
  readonly stage: string;
  readonly currency: CurrencyCode;
  customers: number;
  overdue: number;
};

/** Reads the run's results page by page. */
export async function tallyNight(
  run: Run,
  sources: readonly SourceProgress[],
  runs: Runs,
  onResult: (result: CustomerResult) => void = () => undefined,
): Promise<NightTally> {
  const tally: NightTally = {
    emails: [],
    ofController: digestTally('credit-controller'),
    byAccountManager: new Map(),
    aging: new Map(),
    readAt: sources.flatMap(({ name, newestAt }) =>
      newestAt === undefined ? [] : [{ source: name, at: newestAt }],
    ),
    stages: new Map(),
    failures: sources
      .filter(({ status }) => status === 'failed')
      .map(({ name, because }) => ({ what: `source ${name}`, because: because ?? 'unknown' })),
    moreFailures: 0,
    rejects: [],
    unowned: new Map(),
    unownedFirst: [],
    withoutTenant: { customers: 0, first: [] },
    findings: sources.flatMap((source) =>
      findingsOf(source).map((text) => `${source.name}: ${text}`),
    ),
  };
  const policy = parsePolicy(run.policyText, 'of the run');
  const { operatorEmail } = policy.reseller;
  const use = policyUse();
  for await (const page of runs.results(run.id))
    for (const result of page) {
      addResult(tally, result, run, operatorEmail);
      if (result.kind !== 'failed') addUse(use, result.night, policy);
      onResult(result);
    }
  for (const text of policyFindings(run, policy, use)) tally.findings.push(`policy: ${text}`);
  for await (const reject of runs.rejects(run.id)) {
    if (tally.rejects.length >= REJECTS_SHOWN) break;
    tally.rejects.push(reject);
  }
  return tally;
}

function addResult(
  tally: NightTally,
  result: CustomerResult,
  run: Run,
  fallback: string | undefined,
): void {
  if (result.kind === 'failed') {
    addFailure(tally, `customer ${result.customerId}`, result.because);
    return;
  }
  const { night, emails } = result;
  for (const each of night.unowned ?? []) addUnowned(tally, night, each);
  addWithoutTenant(tally.withoutTenant, night);
  tally.emails.push(...emails);
  for (const { stage, currency, overdue } of night.accounts)
    if (stage !== undefined) addStage(tally.stages, stage, currency, overdue);
  addNight(tally, night, run, managerOf(tally.byAccountManager, night, fallback));
}

function addFailure(tally: NightTally, what: string, because: string): void {
  const alike = tally.failures.filter((each) => each.because === because);
  const last = alike.at(-1);
  if (last !== undefined && alike.length >= NAMED_PER_REASON) last.more = (last.more ?? 0) + 1;
  else if (tally.failures.length < FAILURES_SHOWN) tally.failures.push({ what, because });
  else tally.moreFailures += 1;
}

/** A run of one customer tells its people what is new, and repeats nothing of the night's digest. */
function addNight(
  tally: NightTally,
  night: CustomerNight,
  run: Run,
  manager: ManagerDigest | undefined,
): void {
  const isOneCustomer = run.customerId !== undefined;
  if (!isOneCustomer) addAging(tally.aging, night);
  if (manager !== undefined && !isOneCustomer) addAging(manager.aging, night);
  if (isOneCustomer ? night.notices.length === 0 : !isFlagged(night)) return;
  addToDigest(tally.ofController, night);
  if (manager !== undefined) addToDigest(manager.digest, night);
}

function addUnowned(
  { unowned, unownedFirst }: NightTally,
  { customer: { customerId, name } }: CustomerNight,
  { currency, spent }: { readonly currency: CurrencyCode; readonly spent: number },
): void {
  const tally = unowned.get(currency) ?? { currency, customers: 0, spent: 0 };
  tally.customers += 1;
  tally.spent += spent;
  unowned.set(currency, tally);
  if (unownedFirst.length < UNMATCHED_SHOWN)
    unownedFirst.push({ customerId, name, currency, spent });
}

function addWithoutTenant(
  tally: NightTally['withoutTenant'],
  { customer: { customerId, name }, withoutTenant: because }: CustomerNight,
): void {
  if (because === undefined) return;
  tally.customers += 1;
  if (tally.first.length < UNMATCHED_SHOWN) tally.first.push({ customerId, name, because });
}

function addStage(
  stages: Map<string, StageTally>,
  stage: string,
  currency: CurrencyCode,
  overdue: number,
): void {
  const key = `${stage}|${currency}`;
  const tally = stages.get(key) ?? { stage, currency, customers: 0, overdue: 0 };
  tally.customers += 1;
  tally.overdue += overdue;
  stages.set(key, tally);
}

/** On a stage, off one since last night, with spend to watch, or with something to say. */
const isFlagged = (night: CustomerNight): boolean =>
  night.notices.length > 0 ||
  night.suppressed.length > 0 ||
  hasSpendToWatch(night) ||
  night.accounts.some(({ stage, from }) => stage !== undefined || from !== undefined);
