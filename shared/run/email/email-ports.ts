import type { Email } from '../../decisions/email/email.ts';

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

/**
 * Takes e-mails out. Sending the same id twice delivers once, so a send may be repeated. Throws
 * TransportClosedError, EmailRefusedError, or whatever else went wrong with one try.
 */
export interface EmailTransport {
  /** It says later what became of what it took; until then nothing counts as delivered. */
  readonly reportsDelivery: boolean;
  /** No send takes longer. 0 where two may send the same e-mail at the same time. */
  readonly sendSeconds: number;
  /** `onMissed` hears who of several does not get it, where others do. */
  send(email: OutgoingEmail, onMissed?: OnMissed): Promise<void>;
}

export type OnMissed = (missed: { readonly contact: string; readonly because: string }) => void;

/** The transport takes nothing for now, whatever the e-mail: nothing is lost, all of it waits. */
export class TransportClosedError extends Error {
  override readonly name = 'TransportClosedError';
  readonly retryAfterSeconds: number;
  /** It does not open by itself: the operator has to see to it. */
  readonly isFault: boolean;
  /** Only for this recipient: the others need not wait. */
  readonly isOfRecipient: boolean;

  constructor(
    message: string,
    about: {
      readonly retryAfterSeconds: number;
      readonly isFault: boolean;
      readonly isOfRecipient?: boolean;
    },
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.retryAfterSeconds = about.retryAfterSeconds;
    this.isFault = about.isFault;
    this.isOfRecipient = about.isOfRecipient ?? false;
  }
}

/** This e-mail is never taken for this recipient, however often it is tried. */
export class EmailRefusedError extends Error {
  override readonly name = 'EmailRefusedError';
  readonly outcome: 'suppressed' | 'failed';

  constructor(
    message: string,
    outcome: 'suppressed' | 'failed' = 'failed',
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.outcome = outcome;
  }
}

/** Decides how an e-mail looks, as plain text and as HTML. Escapes whatever it is given. */
export interface EmailRenderer {
  render(email: Email): Rendered | Promise<Rendered>;
}
