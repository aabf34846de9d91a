import { READ_DIRECTORY } from '../../shared/http/operations/customers.ts';
import { ProblemError } from '../../shared/http/problems.ts';
import { serve } from '../../shared/http/serve.ts';
import { directoryReply } from '../../shared/http/views/directory-view.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(READ_DIRECTORY, liveSettings(), async ({ params: { customerId } }) => {
  const stored = await (await live()).directory.load(customerId);
  if (stored === undefined) throw new ProblemError(404, 'Nobody has entered who this customer is');
  return directoryReply(stored);
});
