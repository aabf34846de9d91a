import { runMail } from '../mail/mail-command.ts';

await runMail();
