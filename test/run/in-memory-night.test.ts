import { describe } from 'vitest';
import { keepsCustomers } from '../contracts/customers.ts';
import { keepsAnOutbox } from '../contracts/outbox.ts';
import { keepsRuns } from '../contracts/runs.ts';
import { nightInMemory } from './in-memory-night.ts';

describe('runs in memory', () => keepsRuns(() => nightInMemory().needs.runs));
describe('customers in memory', () => keepsCustomers(() => nightInMemory().needs));
describe('the outbox in memory', () => keepsAnOutbox(() => nightInMemory().needs));
