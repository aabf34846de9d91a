import { READ_POLICY } from '../../shared/http/operations/policy.ts';
import { serve } from '../../shared/http/serve.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';

serve(READ_POLICY, liveSettings(), async () => {
  const { text, where } = await (await live()).policyText();
  return { content: { text, policy: parsePolicy(text, where) } };
});
