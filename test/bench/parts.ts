import { coldStart } from './cold-start.ts';
import { deskReads } from './desk-reads.ts';
import { drainedEmails } from './drained-emails.ts';
import type { Part } from './figure.ts';
import { newcomer } from './newcomer.ts';
import { pageLoad } from './page-load.ts';
import { partnerCenterNight } from './partner-center-night.ts';
import { portfolioMemory } from './portfolio-memory.ts';
import { pureDecisions } from './pure-decisions.ts';
import { renderMail } from './render-mail.ts';
import { replay } from './replay.ts';
import { replaySpeed } from './replay-speed.ts';
import { roundTrips } from './round-trips.ts';
import { throughput } from './throughput.ts';

/** What is measured, by name, in the order in which it is shown. */
export const PARTS: Record<string, Part> = {
  'pure-decisions': pureDecisions,
  'round-trips': roundTrips,
  'desk-reads': deskReads,
  throughput,
  replay,
  'replay-speed': replaySpeed,
  'portfolio-memory': portfolioMemory,
  'partner-center': partnerCenterNight,
  'render-mail': renderMail,
  'drained-emails': drainedEmails,
  'cold-start': coldStart,
  newcomer,
  'page-load': pageLoad,
};
