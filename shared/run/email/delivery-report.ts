import { addressesIn } from '../../decisions/email/contacts.ts';
import type { SendEmail } from '../messages.ts';
import type { SentMessages, Stored } from '../ports.ts';
import { untilFresh } from '../until-fresh.ts';
import { arrivalDay, type EmailNight, emailNight } from './email-night.ts';
import { type MissedByNeeds, missedBy } from './missed-by.ts';
import { type OutboxRow, operationOf, type Reported, reachedOn, settled } from './outbox-row.ts';
import { tellUndelivered } from './tell-undelivered.ts';

/** What a transport says became of an e-mail, for one of its recipients. */
export type DeliveryReport = {
  readonly operationId: string;
  readonly recipient: string;
  readonly outcome: Reported;
  readonly because: string;
  readonly at: Date;
};

export type DeliveryReportNeeds = MissedByNeeds & { readonly sentMessages: SentMessages };

/**
 * Brings an outbox row up to date. A report that comes twice, late, out of order, or about
 * something we never sent changes nothing that is true.
 */
export async function recordDelivery(
  report: DeliveryReport,
  needs: DeliveryReportNeeds,
): Promise<void> {
  const message = await needs.sentMessages.find(report.operationId);
  if (message === undefined) return;
  await untilFresh(() => recordOnce(report, message, needs));
}

async function recordOnce(
  report: DeliveryReport,
  message: SendEmail,
  needs: DeliveryReportNeeds,
): Promise<void> {
  const stored = await needs.outbox.load(message, message.emailId);
  if (stored === undefined) return;
  const night = await emailNight(message.runId, needs.runs);
  const { value: row } = stored;
  const isCurrent = operationOf(row) === report.operationId;
  if (report.outcome === 'delivered') {
    const next = reachedOn(
      isCurrent ? settled(noted(row, report), 'delivered', undefined) : row,
      arrival(row, report, night),
    );
    if (!isSame(row, next)) await needs.outbox.save(message, stored, next);
    return;
  }
  if (isCurrent) return await recordMissed(report, { message, stored, night }, needs);
  // The contact after this one was chosen; whoever chose it may have died before it was queued.
  if (row.status === 'queued') await needs.queues.sendEmail(message);
}

/** What was redirected reached nobody that it was meant for. */
const arrival = (row: OutboxRow, { at }: DeliveryReport, night: EmailNight) =>
  row.isRedirected === true ? undefined : arrivalDay(row, night, at);

const noted = (row: OutboxRow, { recipient, outcome }: DeliveryReport): OutboxRow => ({
  ...row,
  reported: { ...row.reported, [recipient.toLowerCase()]: outcome },
});

const isSame = (a: OutboxRow, b: OutboxRow): boolean => JSON.stringify(a) === JSON.stringify(b);

/** It is missed once nobody it was sent to has it, or may have it still. */
async function recordMissed(
  report: DeliveryReport,
  { message, stored, night }: { message: SendEmail; stored: Stored<OutboxRow>; night: EmailNight },
  needs: DeliveryReportNeeds,
): Promise<void> {
  const { outcome, because, recipient } = report;
  if (outcome === 'delivered') return;
  const row = noted(stored.value, report);
  const sentTo = sentToOf(stored.value, night);
  if (!addressesIn(sentTo).includes(recipient.toLowerCase())) return;
  if (stored.value.reported[recipient.toLowerCase()] !== undefined) return;
  if (row.status === 'suppressed') {
    // Held back after the transport took it in silence: nobody else is to get it.
    await needs.outbox.save(message, stored, row);
    return;
  }
  if (row.isRedirected === true || addressesIn(sentTo).some((each) => mayHaveIt(row, each))) {
    const undelivered = { contact: recipient, because, instead: undefined };
    await tellUndelivered(night.run, row, undelivered, needs);
    const next = row.isRedirected === true ? settled(row, outcome, because) : row;
    await needs.outbox.save(message, stored, next);
    return;
  }
  const { instead } = await missedBy(
    sentTo,
    outcome,
    because,
    { message, stored: { ...stored, value: row }, night },
    needs,
  );
  if (instead !== undefined) await needs.queues.sendEmail(message);
}

const sentToOf = ({ isRedirected, sentTo = '' }: OutboxRow, { policy }: EmailNight): string =>
  isRedirected === true ? (policy.contact.redirectAllTo ?? sentTo) : sentTo;

const mayHaveIt = ({ reported }: OutboxRow, address: string): boolean =>
  (reported[address] ?? 'delivered') === 'delivered';
