import type { Email } from '../decisions/email.ts';

/** A mailbox with the name people see. */
export type Mailbox = { readonly name: string; readonly address: string };

/** An e-mail as it goes out. `date` is when it was decided to send it; nothing else reads a clock. */
export type OutgoingEmail = Pick<Email, 'id' | 'kind' | 'to' | 'subject'> & {
  readonly from: Mailbox;
  readonly text: string;
  readonly html: string;
  readonly date: Date;
};

/** Takes e-mails out. Sending the same id twice delivers once, so a send may be repeated. */
export interface EmailTransport {
  send(email: OutgoingEmail): Promise<void>;
}

/** Decides how an e-mail looks, as plain text and as HTML. Escapes whatever it is given. */
export interface EmailRenderer {
  render(email: Email): { readonly text: string; readonly html: string };
}
