import type { Email } from '../../decisions/email/email.ts';

const ORDER: Readonly<Record<Email['kind'], number>> = {
  alarm: 1,
  alert: 1,
  letter: 2,
  digest: 3,
  summary: 4,
};

/** Where not all can leave at once, the lower number leaves first. */
export const urgencyOf = ({ kind }: Pick<Email, 'kind'>): number => ORDER[kind];
