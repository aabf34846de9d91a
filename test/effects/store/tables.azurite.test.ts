import { afterAll, describe } from 'vitest';
import { keepsCustomers } from '../../contracts/customers.ts';
import { keepsDirectory } from '../../contracts/directory.ts';
import { keepsAnOutbox } from '../../contracts/outbox.ts';
import { keepsRuns } from '../../contracts/runs.ts';
import { keepsSentMessages } from '../../contracts/sent-messages.ts';
import { azuriteStores } from './azurite-stores.ts';

const azurite = await azuriteStores();
afterAll(() => azurite.stop());
const stores = await azurite.open();

describe('runs in a table', () => keepsRuns(() => stores.runs));
describe('customers in tables', () => keepsCustomers(() => stores));
describe('a directory in a table', () =>
  keepsDirectory(async () => (await azurite.open()).directory));
describe('sent messages in a table', () => keepsSentMessages(() => stores.sentMessages));
describe('the outbox in tables', () => keepsAnOutbox(() => stores));
