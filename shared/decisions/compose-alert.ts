import { languageOf } from '../languages/language.ts';
import type { Policy } from '../policy/policy.ts';
import { alertingNotices } from './alerting.ts';
import { paragraph } from './bounded-table.ts';
import type { CustomerNight, Notice } from './customer-night.ts';
import type { DigestRole } from './digest-findings.ts';
import type { Email } from './email.ts';
import { emailId } from './email-id.ts';
import { shortLine } from './literal-line.ts';

/** What cannot wait about one customer, an e-mail to each colleague who is to hear of it. */
export function composeAlerts(night: CustomerNight, policy: Policy): Email[] {
  const notices = alertingNotices(night, policy);
  const recipients = new Map<string, Notice[]>();
  for (const [role, to] of colleagues(night, policy)) {
    const heard = notices.filter(({ tell }) => tell.includes(role));
    const known = recipients.get(to) ?? [];
    recipients.set(to, [...known, ...heard.filter((each) => !known.includes(each))]);
  }
  return [...recipients]
    .filter(([, heard]) => heard.length > 0)
    .map(([to, heard]) => composeAlert(to, heard, night, policy));
}

/** Where an account manager has no address, the operator hears it, as of the digest. */
function colleagues(
  { customer }: CustomerNight,
  { reseller }: Policy,
): (readonly [DigestRole, string])[] {
  const { operatorEmail, creditControllerEmail = operatorEmail } = reseller;
  const manager = customer.accountManager?.email ?? operatorEmail;
  return [
    ...(manager === undefined ? [] : [['account-manager', manager] as const]),
    ...(creditControllerEmail === undefined
      ? []
      : [['credit-controller', creditControllerEmail] as const]),
  ];
}

function composeAlert(
  to: string,
  notices: readonly Notice[],
  { customer }: CustomerNight,
  { reseller }: Policy,
): Email {
  const keys = notices.map(({ key }) => key);
  return {
    id: emailId('alert', [to, ...keys]),
    kind: 'alert',
    to,
    subject: `${shortLine(customer.name, 60)}: ${notices[0]?.because ?? ''}`,
    customerIds: [customer.customerId],
    language: languageOf(reseller.language),
    importance: 'high',
    blocks: notices.map(({ because }) => paragraph(because)),
  };
}
