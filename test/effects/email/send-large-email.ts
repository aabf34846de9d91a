import { outboxFolder } from '../../../shared/effects/email/outbox-folder.ts';
import { outgoingEmail } from './outgoing-email.ts';

/** Run as a process of its own, under a limit to how much it may write. */
const [folder = ''] = process.argv.slice(2);
try {
  await outboxFolder(folder).send(outgoingEmail({ text: 'x'.repeat(1_000_000) }));
} catch (error) {
  process.stdout.write(String(error));
}
