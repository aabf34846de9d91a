import { guarded } from '../../shared/http/guard.ts';
import { PUT_DIRECTORY } from '../../shared/http/operations/customers.ts';
import { serve } from '../../shared/http/serve.ts';
import { directoryReply } from '../../shared/http/views/directory-view.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { enterInDirectory } from '../../shared/run/desk/enter-in-directory.ts';

serve(PUT_DIRECTORY, liveSettings(), async ({ params: { customerId }, body, caller, request }) => {
  const needs = await live();
  await needs.prepare();
  const found = await needs.directory.load(customerId);
  const stored = guarded(request, found, 'directory entry of the customer');
  const entry = { ...body, customerId, by: caller.name, at: needs.clock().toISOString() };
  const saved = await enterInDirectory(entry, stored, needs);
  return directoryReply(saved, stored === undefined ? 201 : 200);
});
