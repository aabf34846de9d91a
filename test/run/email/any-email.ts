import { Email } from '../../../shared/decisions/email/email.ts';
import { anEmail } from '../../contracts/run-builders.ts';

const NONE = { items: [], more: 0 };

/** A digest with nothing in it: what is sent is not the question here. */
const DIGEST = {
  kind: 'digest',
  content: {
    brand: { name: 'Kestrel Cloud', logoText: 'Kestrel Cloud', accentColor: '#1F5FA8' },
    role: 'account-manager',
    asOf: '2026-03-17',
    readAt: [],
    needAttention: 0,
    cameDown: 0,
    findings: NONE,
    waiting: NONE,
    recovered: NONE,
    aging: [],
    onStage: NONE,
    totals: [],
    exposed: NONE,
    watched: NONE,
  },
};

const ALERT = {
  content: {
    brand: DIGEST.content.brand,
    customerId: 'C-1',
    customerName: 'Contoso',
    asOf: '2026-03-17',
    findings: [],
  },
};

function contentOf(kind: Email['kind']): object {
  if (kind === 'letter') return {};
  return kind === 'alert' ? ALERT : DIGEST;
}

/** An e-mail of a kind with next to nothing in it: what is sent is not the question. */
export const anyEmail = (kind: Email['kind'], key: string, over: Partial<Email> = {}): Email =>
  Email.parse({ ...anEmail(key), kind, ...contentOf(kind), ...over });
