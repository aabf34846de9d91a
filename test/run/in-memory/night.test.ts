import { describe } from 'vitest';
import { keepsCustomers } from '../../contracts/customers.ts';
import { keepsADesk } from '../../contracts/desk.ts';
import { keepsIdentities } from '../../contracts/identities.ts';
import { keepsAnOutbox } from '../../contracts/outbox.ts';
import { keepsWhatPeopleEnter } from '../../contracts/people.ts';
import { keepsReceipts } from '../../contracts/receipts.ts';
import { keepsRuns } from '../../contracts/runs.ts';
import { keepsSentMessages } from '../../contracts/sent-messages.ts';
import { keepsALine, keepsAPace } from '../../contracts/waiting-emails.ts';
import { nightInMemory } from './night.ts';
import { inMemoryPeople } from './people.ts';

describe('runs in memory', () => keepsRuns(() => nightInMemory().needs.runs));
describe('customers in memory', () => keepsCustomers(() => nightInMemory().needs));
describe('sent messages in memory', () =>
  keepsSentMessages(() => nightInMemory().needs.sentMessages));
describe('a desk in memory', () => keepsADesk(async () => nightInMemory().needs.desk));
describe('receipts in memory', () => keepsReceipts(() => nightInMemory().needs.receipts));
describe('identities in memory', () => keepsIdentities(() => nightInMemory().needs.identities));
describe('the line of e-mails in memory', () =>
  keepsALine(() => nightInMemory().needs.waitingEmails));
describe('the pace of sending in memory', () => keepsAPace(() => nightInMemory().needs.pace));
describe('the outbox in memory', () => keepsAnOutbox(() => nightInMemory().needs));
describe('what people enter in memory', () =>
  keepsWhatPeopleEnter(() => {
    const { memory, needs } = nightInMemory();
    return { ...needs, people: inMemoryPeople(memory) };
  }));
