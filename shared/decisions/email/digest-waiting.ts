import type { CustomerNight } from '../customer-night.ts';
import type { DigestContent } from './content/digest-content.ts';
import { type DigestRole, unheard } from './digest-findings.ts';

/** What still waits since an earlier night. It is no news, so it makes no digest by itself. */
export const waitingOf = (
  night: CustomerNight,
  role: DigestRole,
): DigestContent['waiting']['items'] =>
  unheard(night, role)
    .filter(({ isNew }) => !isNew)
    .map(({ customerId, customerName, overdue, currency, because }) => ({
      customerId,
      customerName,
      currency,
      overdue,
      because,
    }));
