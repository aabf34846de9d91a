import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { CloseRun } from '../../shared/run/messages.ts';
import { parkCloseRun } from '../../shared/run/park-message.ts';

app.storageQueue('park-close-run', {
  connection: 'AzureWebJobsStorage',
  queueName: 'close-run-poison',
  handler: async (message) => parkCloseRun(CloseRun.parse(message), await live()),
});
