import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SpendFacts } from '../../../shared/ledger/source-facts.ts';
import type { Reject } from '../../../shared/run/run.ts';
import { stageCosts } from '../../../shared/sources/focus/stage-costs.ts';
import { directoryFolder } from '../../../shared/sources/folders/directory-folder.ts';
import type { Folder } from '../../../shared/sources/folders/folder.ts';
import type { FileCounts } from '../../../shared/sources/staging/file-counts.ts';
import { type Files, temporaryFolder } from '../files/data-folder.ts';

export const FOCUS =
  'BilledCost,BillingCurrency,BillingPeriodStart,ChargeCategory,ChargePeriodStart,ServiceName,SubAccountId,x_CustomerId,x_CustomerName';

/** 1.00 EUR for virtual machines of Contoso on 3 March; name only what the test is about. */
export function charge({
  cost = '1.00',
  currency = 'EUR',
  billed = '2026-03-01T00:00Z',
  category = 'Usage',
  start = '2026-03-03T00:00Z',
  service = 'Virtual Machines',
  subscription = '/subscriptions/s-1',
  customer = 'contoso',
  name = 'Contoso',
}: Partial<Record<string, string>> = {}): string {
  return [cost, currency, billed, category, start, service, subscription, customer, name].join(',');
}

export const focusCsv = (...charges: readonly string[]): string =>
  `${[FOCUS, ...charges].join('\n')}\n`;

type Written = {
  readonly name?: string;
  readonly scope?: string;
  readonly type?: string;
  readonly at?: string;
  readonly from?: string;
  readonly to?: string;
  readonly blobs?: readonly { readonly blobName: string; readonly byteCount?: number }[];
};

/** As Cost Management writes it: a month-to-date run of 17 March, in the container's terms. */
export const manifest = ({
  name = 'daily',
  scope = '/providers/Microsoft.Billing/billingAccounts/1:2/customers/3',
  type = 'FocusCost',
  at = '2026-03-17T04:10:11.1234567Z',
  from = '2026-03-01T00:00:00',
  to = '2026-03-31T00:00:00',
  blobs = [],
}: Written = {}): string =>
  JSON.stringify({
    manifestVersion: '2024-04-01',
    blobCount: blobs.length,
    exportConfig: {
      exportName: name,
      resourceId: `${scope}/providers/Microsoft.CostManagement/exports/${name}`,
      dataVersion: '1.0',
      type,
    },
    deliveryConfig: { partitionData: true, fileFormat: 'Csv', rootFolderPath: 'costs' },
    runInfo: { submittedTime: at, runId: 'r-1', startDate: from, endDate: to },
    blobs,
  });

export function costFolder(files: Files): string {
  const path = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

export type ReadCosts = {
  readonly customers: readonly SpendFacts[];
  readonly rejects: readonly Reject[];
  readonly counts: readonly FileCounts[];
  readonly findings: readonly string[];
  readonly newestAt: Date;
};

export const readCosts = (files: Files): Promise<ReadCosts> =>
  readAllCosts(directoryFolder(costFolder(files)));

export async function readAllCosts(folder: Folder): Promise<ReadCosts> {
  const staged = await stageCosts(folder, { stagingFolder: temporaryFolder() });
  const customers = [...staged.customers(undefined, 1_000)];
  const rejects = [...staged.rejects()];
  staged.close();
  const { files: counts, findings, newestAt } = staged;
  return { customers, rejects, counts, findings, newestAt };
}

/** All that was spent, as "customer day amount currency", in minor units. */
export const spentIn = ({ customers }: ReadCosts): string[] =>
  customers.flatMap(({ customerId, spend }) =>
    spend.map(
      ({ date, minorUnits, currency }) => `${customerId} ${date} ${minorUnits} ${currency}`,
    ),
  );
