import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { PullSource } from '../../shared/run/messages.ts';
import { pullSource } from '../../shared/run/pull/pull-source.ts';
import { hearingRetries } from '../../shared/run/retries.ts';

// No try/catch: a throw gives the message back, and the last try parks it in -poison.
app.storageQueue('pull-source', {
  connection: 'AzureWebJobsStorage',
  queueName: 'pull-source',
  handler: (message, context) =>
    hearingRetries(
      (retry) => context.warn('A call is tried again', retry),
      async () => pullSource(PullSource.parse(message), await live()),
    ),
});
