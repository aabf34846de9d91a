import type { Email } from '../../../decisions/email/email.ts';
import { alarmView } from './alarm-view.ts';
import { alertView } from './alert-view.ts';
import { digestView } from './digest-view.ts';
import { letterView } from './letter-view.ts';
import type { Links } from './links.ts';
import { ALL, type Room } from './room.ts';
import { summaryView } from './summary-view.ts';
import type { View } from './view.ts';

/** What an e-mail shows, in the language of its reader. */
export function viewOf(email: Email, links: Links, room: Room = ALL): View {
  switch (email.kind) {
    case 'letter':
      return letterView(email);
    case 'digest':
      return digestView(email, links, room);
    case 'alert':
      return alertView(email, links);
    case 'summary':
      return summaryView(email);
    case 'alarm':
      return alarmView(email);
  }
}
