import { describe } from 'vitest';
import { keepsCustomers } from '../contracts/customers.ts';
import { keepsAnOutbox } from '../contracts/outbox.ts';
import { keepsRuns } from '../contracts/runs.ts';
import { keepsSentMessages } from '../contracts/sent-messages.ts';
import { nightInMemory } from './in-memory-night.ts';

describe('runs in memory', () => keepsRuns(() => nightInMemory().needs.runs));
describe('customers in memory', () => keepsCustomers(() => nightInMemory().needs));
describe('sent messages in memory', () =>
  keepsSentMessages(() => nightInMemory().needs.sentMessages));
describe('the outbox in memory', () => keepsAnOutbox(() => nightInMemory().needs));
