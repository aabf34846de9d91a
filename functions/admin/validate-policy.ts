import { VALIDATE_POLICY } from '../../shared/http/operations/policy.ts';
import { serve } from '../../shared/http/serve.ts';
import { liveSettings } from '../../shared/live.ts';
import { policyProblems } from '../../shared/policy/parse-policy.ts';

serve(VALIDATE_POLICY, liveSettings(), async ({ body: { text } }) => {
  const problems = policyProblems(text, 'draft');
  return { content: { ok: problems.length === 0, problems } };
});
