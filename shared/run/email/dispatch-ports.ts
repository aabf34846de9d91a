import type { SendEmail } from '../messages.ts';
import type { Stored } from '../ports.ts';
import type { Pace } from './send-quota.ts';

/** An e-mail in the line of those that wait for their turn. */
export type WaitingEmail = {
  readonly message: SendEmail;
  readonly urgency: number;
  /** How often sending it went wrong. */
  readonly tries: number;
};

/** One that was taken from the line, hidden from others for a while. */
export type TakenEmail = WaitingEmail & { readonly key: string };

/** The line of e-mails that wait for their turn: the most urgent first, then the oldest night. */
export interface WaitingEmails {
  /** One that is in the line already may be in it twice, which sends it once. */
  add(email: WaitingEmail): Promise<void>;
  /** The first in line that is not hidden; it is hidden until then, should its taker die. */
  take(now: Date, hiddenUntil: Date): Promise<TakenEmail | undefined>;
  /** Back into the line, hidden until then. */
  putBack(email: TakenEmail, hiddenUntil: Date): Promise<void>;
  remove(email: TakenEmail): Promise<void>;
  /** When the line has something to take: now, or when one is no longer hidden. */
  nextAt(now: Date): Promise<Date | undefined>;
}

export interface SendPace {
  load(): Promise<Stored<Pace>>;
  /** Throws StaleError. */
  save(stored: Stored<Pace>, next: Pace): Promise<Stored<Pace>>;
}
