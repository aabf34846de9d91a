import { afterAll, describe } from 'vitest';
import { keepsCustomers } from '../../contracts/customers.ts';
import { keepsADesk } from '../../contracts/desk.ts';
import { keepsDirectory } from '../../contracts/directory.ts';
import { keepsIdentities } from '../../contracts/identities.ts';
import { keepsAnOutbox } from '../../contracts/outbox.ts';
import { forgetsPastNights } from '../../contracts/past-nights.ts';
import { keepsWhatPeopleEnter } from '../../contracts/people.ts';
import { keepsReceipts } from '../../contracts/receipts.ts';
import { keepsRuns } from '../../contracts/runs.ts';
import { keepsSentMessages } from '../../contracts/sent-messages.ts';
import { keepsALine, keepsAPace } from '../../contracts/waiting-emails.ts';
import { azuriteStores } from './azurite-stores.ts';

const azurite = await azuriteStores();
afterAll(() => azurite.stop());
const stores = await azurite.open();

describe('runs in a table', () => keepsRuns(() => stores.runs));
describe('customers in tables', () => keepsCustomers(() => stores));
describe('a directory in a table', () =>
  keepsDirectory(async () => (await azurite.open()).directory));
describe('sent messages in a table', () => keepsSentMessages(() => stores.sentMessages));
describe('past nights in tables', () => forgetsPastNights(() => azurite.open()));
describe('a desk in a table', () => keepsADesk(async () => (await azurite.open()).desk));
describe('receipts in a table', () => keepsReceipts(() => stores.receipts));
describe('identities in a table', () => keepsIdentities(() => stores.identities));
describe('what people enter in a table', () => keepsWhatPeopleEnter(() => stores));
describe('the line of e-mails in a table', () =>
  keepsALine(async () => (await azurite.open()).waitingEmails));
describe('the pace of sending in a table', () =>
  keepsAPace(async () => (await azurite.open()).pace));
describe('the outbox in tables', () => keepsAnOutbox(() => stores));
