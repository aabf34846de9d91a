import { app } from '@azure/functions';
import { live } from '../../shared/live.ts';
import { sendEmail } from '../../shared/run/email/send-email.ts';
import { SendEmail } from '../../shared/run/messages.ts';

// No try/catch: a throw gives the message back, and the last try parks it in -poison.
app.storageQueue('send-email', {
  connection: 'AzureWebJobsStorage',
  queueName: 'send-email',
  handler: async (message, context) => {
    const tried = await sendEmail(SendEmail.parse(message), await live());
    if (tried.kind === 'closed' && tried.isFault)
      context.error('No e-mail leaves', { because: tried.because, until: tried.until });
  },
});
