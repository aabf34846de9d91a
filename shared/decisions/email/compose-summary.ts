import { languageOf } from '../../languages/language.ts';
import { wordsOf } from '../../languages/words-of.ts';
import type { Policy } from '../../policy/policy.ts';
import { brandOf } from './content/brand.ts';
import type { RunSummary } from './content/operator-content.ts';
import type { EmailOf } from './email.ts';
import { emailId } from './email-id.ts';

/** To the operator, however the night went; undefined where the policy names no operator. */
export function composeSummary(
  summary: RunSummary,
  policy: Policy,
): EmailOf<'summary'> | undefined {
  const to = policy.reseller.operatorEmail;
  if (to === undefined) return undefined;
  const language = languageOf(policy.reseller.language);
  const { run, totals, emails } = summary;
  const sent = emails.reduce((sum, each) => sum + each.count, 0);
  const isHeld = run.holdStages !== undefined;
  return {
    id: emailId('summary', [`summary|${run.id}`]),
    kind: 'summary',
    to,
    subject: wordsOf(language).summary.subject(run.asOf, run.status, totals, sent, isHeld),
    customerIds: [],
    language,
    content: { brand: brandOf(policy), summary },
  };
}
