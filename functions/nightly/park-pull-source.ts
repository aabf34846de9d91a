import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { PullSource } from '../../shared/run/messages.ts';
import { parkPullSource } from '../../shared/run/park-message.ts';

app.storageQueue('park-pull-source', {
  connection: 'AzureWebJobsStorage',
  queueName: 'pull-source-poison',
  handler: async (message) => parkPullSource(PullSource.parse(message), await live()),
});
