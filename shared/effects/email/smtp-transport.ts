import type { Transporter } from 'nodemailer';
import { z } from 'zod';
import {
  EmailRefusedError,
  type EmailTransport,
  type OutgoingEmail,
  TransportClosedError,
} from '../../run/email/email-ports.ts';
import { addressesOf } from './addresses.ts';
import { mimeMessage } from './mime-message.ts';

const TIMEOUT_MS = 30_000;
/** Connecting, greeting, and both ends of a conversation that stalls. */
const SEND_SECONDS = 180;

/**
 * An SMTP server, by a URL such as smtps://user:password@mail.example. The server cannot tell a
 * repeated message, so nobody else sends one while it may still be under way; a worker that dies
 * between the server's answer and our record of it is the one case where a message leaves twice.
 */
export function smtpTransport(url: string): EmailTransport {
  let transporter: Promise<Transporter> | undefined;
  return {
    reportsDelivery: false,
    sendSeconds: SEND_SECONDS,
    async send(email, onMissed) {
      const raw = await mimeMessage(email);
      transporter ??= smtpClient(url);
      const smtp = await transporter;
      const sent: unknown = await smtp
        .sendMail({ envelope: envelope(email), raw })
        .catch((error: unknown) => Promise.reject(smtpError(error, email.id)));
      const { rejectedErrors } = Taken.parse(sent);
      const to = envelope({ ...email, bcc: undefined }).to.map((each) => each.toLowerCase());
      const refused = rejectedErrors.filter((each) => to.includes(each.recipient.toLowerCase()));
      // Taken for the archive alone: nobody it was meant for has it.
      if (refused.length >= to.length)
        throw smtpError(refused.find(asksToComeBack) ?? refused[0], email.id);
      for (const { recipient: contact, message: because } of rejectedErrors)
        onMissed?.({ contact, because });
    },
  };
}

/** Loaded when the first e-mail leaves: most wake-ups send none. */
async function smtpClient(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
}

type Addressed = Pick<OutgoingEmail, 'id' | 'from' | 'to'> & { readonly bcc?: string | undefined };

function envelope({ id, from, to, bcc }: Addressed) {
  const addresses = (text: string): string[] => addressesOf(id, text).map(({ address }) => address);
  const [sender = ''] = addresses(from.address);
  return { from: sender, to: [...addresses(to), ...(bcc === undefined ? [] : addresses(bcc))] };
}

const SmtpError = z.object({
  message: z.string(),
  code: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.int().optional().catch(undefined),
});

/** A server takes a message as soon as it takes one of its recipients. */
const Taken = z.object({
  rejectedErrors: z.array(SmtpError.extend({ recipient: z.string() })).default([]),
});

const FAULT_RETRY_SECONDS = 15 * 60;
const BUSY_RETRY_SECONDS = 5 * 60;
/** Of one mailbox: each try may be one more copy for the archive. */
const RECIPIENT_RETRY_SECONDS = 60 * 60;

const asksToComeBack = ({ responseCode = 0 }: { responseCode?: number | undefined }): boolean =>
  responseCode >= 400 && responseCode < 500;

const CONNECTION = ['ESOCKET', 'ECONNECTION', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EPROTOCOL'];

/** The error in our words. The server's own words may hold no secret: it was never told one. */
function smtpError(error: unknown, id: string): Error {
  const known = SmtpError.safeParse(error).data;
  if (known === undefined) return error instanceof Error ? error : new Error(String(error));
  const { code, command, responseCode = 0, message } = known;
  const isOfRecipient = command === 'RCPT TO';
  const closed = (because: string, retryAfterSeconds: number, isFault: boolean) =>
    new TransportClosedError(
      `Cannot send e-mail through the SMTP server because ${because}`,
      { retryAfterSeconds, isFault, isOfRecipient: isOfRecipient && !isFault },
      { cause: error },
    );
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2')
    return closed('it refuses our name or password: correct SMTP_URL', FAULT_RETRY_SECONDS, true);
  if (code !== undefined && CONNECTION.includes(code) && responseCode === 0)
    return closed(
      `it cannot be reached (${code}): see that it runs, or correct SMTP_URL`,
      BUSY_RETRY_SECONDS,
      true,
    );
  if (command === 'MAIL FROM' && responseCode >= 500)
    return closed(
      `it does not accept EMAIL_FROM as a sender (${responseCode}): let it, or name another`,
      FAULT_RETRY_SECONDS,
      true,
    );
  if (asksToComeBack(known))
    return closed(
      `it asks to come back later (${responseCode})`,
      isOfRecipient ? RECIPIENT_RETRY_SECONDS : BUSY_RETRY_SECONDS,
      false,
    );
  if (responseCode >= 500)
    return new EmailRefusedError(
      `Cannot send e-mail "${id}" because the SMTP server refuses it: ${message}`,
      'failed',
      { cause: error },
    );
  return new Error(`Cannot send e-mail "${id}" because ${message}: see the cause`, {
    cause: error,
  });
}
