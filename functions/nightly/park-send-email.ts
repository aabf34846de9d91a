import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { SendEmail } from '../../shared/run/messages.ts';
import { parkSendEmail } from '../../shared/run/park-message.ts';

app.storageQueue('park-send-email', {
  connection: 'AzureWebJobsStorage',
  queueName: 'send-email-poison',
  handler: async (message) => parkSendEmail(SendEmail.parse(message), await live()),
});
