import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { dispatchEmails } from '../../shared/run/email/dispatch-emails.ts';
import { DispatchEmails } from '../../shared/run/messages.ts';

// No try/catch: a throw gives the message back, and the last try parks it in -poison.
app.storageQueue('dispatch-emails', {
  connection: 'AzureWebJobsStorage',
  queueName: 'dispatch-emails',
  handler: async (message, context) => {
    const because = await dispatchEmails(DispatchEmails.parse(message), await live());
    if (because !== undefined) context.error('No e-mail leaves', { because });
  },
});
