import type { NightReport } from '../../shared/run/report/night-report.ts';

type Emails = NightReport['emails'];

/** What was said, where it is, and what has not left yet, by the reason for it. */
export function emailText(emails: Emails, where: string): string {
  const counts = countsBy(emails, ({ kind }) => kind).map(
    ([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`,
  );
  const said = counts.length === 0 ? 'nothing to say' : `${counts.join(', ')} ${where}`;
  return [`\nE-mail: ${said}`, ...(emails.length === 0 ? [] : unsentLines(emails))].join('\n');
}

function unsentLines(emails: Emails): string[] {
  const waiting = emails.filter(({ status }) => status === 'queued');
  const kept = emails.filter(({ status }) => ['failed', 'bounced', 'suppressed'].includes(status));
  return [
    ...countsBy(waiting, waitingBecause).map(
      ([because, count]) => `  ${count} still to leave: ${because}`,
    ),
    ...countsBy(kept, ({ status, because }) => `${status}: ${because ?? 'see the log'}`).map(
      ([because, count]) => `  ${count} ${because}`,
    ),
  ];
}

const waitingBecause = ({ because, notBefore }: Emails[number]): string =>
  `${because ?? 'the quota is used up for now'}${notBefore === undefined ? '' : `, until ${notBefore}`}`;

function countsBy(emails: Emails, key: (email: Emails[number]) => string): [string, number][] {
  return [...Map.groupBy(emails, key)].map(([name, { length }]) => [name, length]);
}
