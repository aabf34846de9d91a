import type { Policy } from '../policy/policy.ts';
import { paragraph } from './bounded-table.ts';
import { count, figure } from './count-text.ts';
import type { Block, Email } from './email.ts';
import { emailId } from './email-id.ts';
import type { RunSummary } from './run-summary.ts';
import { summaryTables } from './summary-tables.ts';

/** To the operator, however the night went; undefined where the policy names no operator. */
export function composeSummary(summary: RunSummary, policy: Policy): Email | undefined {
  const to = policy.reseller.operatorEmail;
  if (to === undefined) return undefined;
  return {
    id: emailId('summary', [`summary|${summary.run.id}`]),
    kind: 'summary',
    to,
    subject: summarySubject(summary),
    customerIds: [],
    language: 'en',
    blocks: [...outcomeBlocks(summary), ...summaryTables(summary)],
  };
}

const OUTCOME: Readonly<Record<RunSummary['run']['status'], string>> = {
  completed: 'completed',
  'completed-with-failures': 'completed with failures',
  failed: 'failed',
};

function summarySubject({ run, totals, emails }: RunSummary): string {
  const sent = emails.reduce((sum, each) => sum + each.count, 0);
  const news = [
    `${count(totals.evaluated, 'customer')} evaluated`,
    totals.failed > 0 ? `${figure(totals.failed)} failed` : '',
    count(sent, 'e-mail'),
    totals.rejected > 0 ? `${count(totals.rejected, 'row')} rejected` : '',
    run.holdStages === undefined ? '' : 'stages held',
  ];
  return `Night of ${run.asOf} ${OUTCOME[run.status]}: ${news.filter(Boolean).join(', ')}`;
}

function outcomeBlocks({ run, totals }: RunSummary): Block[] {
  const because = run.because === undefined ? '' : ` because ${run.because}`;
  return [
    paragraph(`The night of ${run.asOf} ${OUTCOME[run.status]}${because}. Run ${run.id}.`),
    paragraph(
      `${count(totals.customers, 'customer')}: ${figure(totals.evaluated)} evaluated, ${figure(totals.failed)} failed. Read: ${count(totals.invoices, 'invoice')}, ${count(totals.payments, 'payment')}, ${count(totals.spendRows, 'spend row')}; ${count(totals.rejected, 'row')} rejected, ${count(totals.duplicates, 'duplicate')}.`,
    ),
    ...(run.holdStages === undefined
      ? []
      : [paragraph(`No stage moved tonight because ${run.holdStages}.`)]),
  ];
}
