import { guarded } from '../../shared/http/guard.ts';
import { REMOVE_DIRECTORY } from '../../shared/http/operations/customers.ts';
import { ProblemError } from '../../shared/http/problems.ts';
import { serve } from '../../shared/http/serve.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { removeFromDirectory } from '../../shared/run/desk/enter-in-directory.ts';

serve(REMOVE_DIRECTORY, liveSettings(), async ({ params: { customerId }, caller, request }) => {
  const needs = await live();
  const found = await needs.directory.load(customerId);
  const stored = guarded(request, found, 'directory entry of the customer');
  if (stored === undefined) throw new ProblemError(404, 'Nobody has entered who this customer is');
  await removeFromDirectory(stored, caller.name, needs);
  return { content: { customerId } };
});
