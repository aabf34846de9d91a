import type { Email } from '../decisions/email.ts';

/** A mailbox with the name people see. */
export type Mailbox = { readonly name: string; readonly address: string };

/** A file that goes with an e-mail; with `contentId`, a picture that its HTML shows. */
export type Attachment = {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  readonly contentId?: string;
};

/** How an e-mail looks. */
export type Rendered = {
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
};

/** An e-mail as it goes out. `date` is when it was decided to send it; nothing else reads a clock. */
export type OutgoingEmail = Pick<Email, 'id' | 'kind' | 'to' | 'subject'> &
  Rendered & {
    readonly from: Mailbox;
    readonly date: Date;
    readonly importance?: 'high';
    readonly replyTo?: string;
    readonly bcc?: string;
  };

/** Takes e-mails out. Sending the same id twice delivers once, so a send may be repeated. */
export interface EmailTransport {
  send(email: OutgoingEmail): Promise<void>;
}

/** Decides how an e-mail looks, as plain text and as HTML. Escapes whatever it is given. */
export interface EmailRenderer {
  render(email: Email): Rendered | Promise<Rendered>;
}
