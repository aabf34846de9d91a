import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { PullSource } from '../../shared/run/messages.ts';
import { pullSource } from '../../shared/run/pull/pull-source.ts';

// No try/catch: a throw gives the message back, and the last try parks it in -poison.
app.storageQueue('pull-source', {
  connection: 'AzureWebJobsStorage',
  queueName: 'pull-source',
  handler: async (message) => pullSource(PullSource.parse(message), await live()),
});
