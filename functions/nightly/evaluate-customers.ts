import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { evaluateCustomers } from '../../shared/run/evaluate-customers.ts';
import { EvaluateCustomers } from '../../shared/run/messages.ts';

// No try/catch: a throw gives the message back, and the last try parks it in -poison.
app.storageQueue('evaluate-customers', {
  connection: 'AzureWebJobsStorage',
  queueName: 'evaluate-customers',
  handler: async (message) => evaluateCustomers(EvaluateCustomers.parse(message), await live()),
});
