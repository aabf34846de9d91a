import { acsTransport } from './effects/email/acs-transport.ts';
import { outboxFolder } from './effects/email/outbox-folder.ts';
import { smtpTransport } from './effects/email/smtp-transport.ts';
import { defaultCredential } from './live-sources.ts';
import type { EmailTransport } from './run/email/email-ports.ts';
import type { SendLimits } from './run/email/send-quota.ts';
import { chosenTransport, type Settings } from './settings.ts';

export async function liveTransport(set: Settings): Promise<EmailTransport> {
  switch (chosenTransport(set)) {
    case 'folder':
      return outboxFolder(set.OUTBOX_FOLDER);
    case 'smtp':
      return smtpTransport(set.SMTP_URL ?? '');
    case 'acs': {
      const reportsDelivery = set.DELIVERY_REPORTS_KEY !== undefined;
      const { ACS_CONNECTION_STRING: connectionString, ACS_ENDPOINT: endpoint = '' } = set;
      const account =
        connectionString === undefined
          ? { endpoint, credential: await defaultCredential() }
          : { connectionString };
      return acsTransport(account, { reportsDelivery });
    }
  }
}

/** What Azure allows a subscription to send; less from a domain that Azure manages. */
const OWN_DOMAIN: SendLimits = { perMinute: 30, perHour: 100 };
const MANAGED_DOMAIN: SendLimits = { perMinute: 5, perHour: 10 };

/** Undefined where e-mail leaves as fast as it can. */
export function liveLimits(set: Settings): SendLimits | undefined {
  const { EMAIL_PER_MINUTE: perMinute, EMAIL_PER_HOUR: perHour } = set;
  if (chosenTransport(set) !== 'acs')
    return perMinute === undefined && perHour === undefined ? undefined : { perMinute, perHour };
  const usual = /\.azurecomm\.net>?\s*$/i.test(set.EMAIL_FROM) ? MANAGED_DOMAIN : OWN_DOMAIN;
  return { perMinute: perMinute ?? usual.perMinute, perHour: perHour ?? usual.perHour };
}
