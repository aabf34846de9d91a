import {
  type PortfolioParts,
  portfolioMetrics,
  withPartsOf,
} from '../../decisions/night-metrics.ts';
import type { CustomerId } from '../../ledger/customer.ts';
import { parsePolicy } from '../../policy/parse-policy.ts';
import type { Policy } from '../../policy/policy.ts';
import type { CustomerResult } from '../customer-result.ts';
import { type EmailWithStatus, emailsWithStatus } from '../email/unsent-emails.ts';
import type { Outbox, Runs } from '../ports.ts';
import type { Reject, Run, RunTotals } from '../run.ts';
import { type AccountRows, addAccountRows } from './account-rows.ts';
import {
  type MetricRow,
  metricRow,
  type UnownedRow,
  unownedRows,
  type WithoutTenantRow,
  withoutTenantRows,
} from './night-figures.ts';
import { addUse, type PolicyUse, policyFindings, policyUse } from './policy-findings.ts';
import { type SourceRow, sourceRow } from './source-row.ts';
import { addSpendRows, type SpendRows } from './spend-rows.ts';

/** What `nightly --json` writes. Amounts are decimal text in major units; fields only grow. */
export type NightReport = AccountRows &
  SpendRows & {
    readonly run: Pick<Run, 'id' | 'asOf' | 'status' | 'dryRun' | 'startedAt' | 'finishedAt'> & {
      readonly because: string | undefined;
      readonly holdStages: string | undefined;
    };
    readonly totals: RunTotals | undefined;
    readonly sources: SourceRow[];
    /** Of the whole portfolio, by currency. */
    readonly metrics: MetricRow[];
    /** Spend of customers that are in nobody's books. */
    readonly unowned: UnownedRow[];
    /** Who owes, and is none of the tenants that a source lists. */
    readonly withoutTenant: WithoutTenantRow[];
    readonly rejected: Reject[];
    readonly emails: (Omit<EmailWithStatus, 'status'> & { readonly status: string })[];
    readonly failed: { readonly customerId: string; readonly because: string }[];
  };

export type ReadReportNeeds = { readonly runs: Runs; readonly outbox: Outbox };

/** How much of a run one report holds: whole, or for an answer over HTTP, the part after another. */
export type ReportBounds = {
  readonly after: CustomerId | undefined;
  readonly customers: number;
  readonly otherRows: number;
};

const WHOLE: ReportBounds = {
  after: undefined,
  customers: Number.POSITIVE_INFINITY,
  otherRows: Number.POSITIVE_INFINITY,
};

/**
 * Gathers what a run left, customers in the order of their keys. What is not about customers is in
 * the first part, and what is about all of them in a report that is whole.
 */
export async function readReport(
  run: Run,
  needs: ReadReportNeeds,
  bounds = WHOLE,
): Promise<NightReport & { readonly next?: CustomerId }> {
  const report = emptyReport(run);
  const policy = parsePolicy(run.policyText, 'of the run');
  const { portfolio, use, next } = await addCustomers(report, run, policy, needs.runs, bounds);
  if (bounds.after !== undefined) return { ...report, ...(next !== undefined && { next }) };

  if (next === undefined) {
    report.metrics.push(...portfolioMetrics(portfolio).map(metricRow));
    for (const text of policyFindings(run, policy, use))
      report.findings.push({ source: 'policy', text });
  }
  for (const { value } of await needs.runs.loadSources(run.id)) {
    const row = sourceRow(value, run);
    report.sources.push(row);
    for (const text of row.findings) report.findings.push({ source: value.name, text });
  }
  for await (const reject of needs.runs.rejects(run.id)) {
    if (report.rejected.length >= bounds.otherRows) break;
    report.rejected.push(reject);
  }
  await addEmails(report, run, needs, bounds);
  return { ...report, ...(next !== undefined && { next }) };
}

async function addCustomers(
  report: NightReport,
  run: Run,
  policy: Policy,
  runs: Runs,
  { after, customers }: ReportBounds,
): Promise<Customers> {
  let portfolio: PortfolioParts = new Map();
  const use = policyUse();
  let count = 0;
  for await (const page of runs.results(run.id, after)) {
    for (const result of page) {
      if (result.kind === 'failed')
        report.failed.push({ customerId: result.customerId, because: result.because });
      else {
        addAccountRows(report, result.night);
        addSpendRows(report, result.night);
        addUse(use, result.night, policy);
        report.unowned.push(...unownedRows(result.night));
        report.withoutTenant.push(...withoutTenantRows(result.night));
        portfolio = withPartsOf(portfolio, result.night);
      }
    }
    count += page.length;
    const last = page.at(-1);
    if (count >= customers && last !== undefined) return { portfolio, use, next: idOf(last) };
  }
  return { portfolio, use, next: undefined };
}

/** What is about all customers of a report, and where the next part of it begins. */
type Customers = {
  readonly portfolio: PortfolioParts;
  readonly use: PolicyUse;
  readonly next: CustomerId | undefined;
};

const idOf = (result: CustomerResult): CustomerId =>
  result.kind === 'failed' ? result.customerId : result.night.customer.customerId;

async function addEmails(
  report: NightReport,
  run: Run,
  needs: ReadReportNeeds,
  { otherRows }: ReportBounds,
): Promise<void> {
  if (!run.dryRun) {
    for await (const email of emailsWithStatus(run, needs)) {
      if (report.emails.length >= otherRows) return;
      report.emails.push(email);
    }
    return;
  }
  for await (const page of needs.runs.emails(run.id))
    for (const email of page) {
      if (report.emails.length >= otherRows) return;
      report.emails.push({
        ...email,
        status: 'dry-run',
        because: undefined,
        notBefore: undefined,
      });
    }
}

function emptyReport(run: Run): NightReport {
  const { id, asOf, status, dryRun, startedAt, finishedAt, because, holdStages } = run;
  return {
    run: {
      id,
      asOf,
      status,
      dryRun,
      startedAt,
      ...(finishedAt !== undefined && { finishedAt }),
      because,
      holdStages,
    },
    totals: run.totals,
    sources: [],
    aging: [],
    dunning: [],
    stages: [],
    budgets: [],
    exposure: [],
    anomalies: [],
    refunds: [],
    metrics: [],
    lateFees: [],
    unowned: [],
    withoutTenant: [],
    findings: [],
    rejected: [],
    emails: [],
    failed: [],
  };
}
