import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { parkDispatchEmails } from '../../shared/run/park-message.ts';

app.storageQueue('park-dispatch-emails', {
  connection: 'AzureWebJobsStorage',
  queueName: 'dispatch-emails-poison',
  handler: async () => parkDispatchEmails(await live()),
});
