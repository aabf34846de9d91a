import { WHO_AM_I } from '../../shared/http/operations/desk.ts';
import { serve } from '../../shared/http/serve.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';

serve(WHO_AM_I, liveSettings(), async ({ caller: { name, roles, can } }) => {
  const { text, where } = await (await live()).policyText();
  const { language } = parsePolicy(text, where).reseller;
  return { content: { name, roles: [...roles], can, language } };
});
