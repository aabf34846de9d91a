import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { closeRun } from '../../shared/run/close-run.ts';
import { CloseRun } from '../../shared/run/messages.ts';

// No try/catch: a throw gives the message back, and the last try parks it in -poison.
app.storageQueue('close-run', {
  connection: 'AzureWebJobsStorage',
  queueName: 'close-run',
  handler: async (message) => closeRun(CloseRun.parse(message), await live()),
});
