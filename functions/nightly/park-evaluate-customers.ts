import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { EvaluateCustomers } from '../../shared/run/messages.ts';
import { parkEvaluateCustomers } from '../../shared/run/park-message.ts';

app.storageQueue('park-evaluate-customers', {
  connection: 'AzureWebJobsStorage',
  queueName: 'evaluate-customers-poison',
  handler: async (message) => parkEvaluateCustomers(EvaluateCustomers.parse(message), await live()),
});
