import { z } from 'zod';
import { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { NOTHING, operation } from '../operation.ts';
import { OfCustomer } from '../shapes/common.ts';
import {
  ArrangementId,
  ArrangementView,
  CustomerAnswer,
  EndArrangement,
  PutArrangement,
  PutBudget,
  SavedBudget,
} from '../shapes/customer.ts';
import { DirectoryView, PutDirectory } from '../shapes/directory.ts';
import { HistoryAnswer, HistoryQuery } from '../shapes/history.ts';
import { Subscriptions } from '../shapes/subscriptions.ts';

const OfArrangement = OfCustomer.extend({ arrangementId: ArrangementId });

export const READ_CUSTOMER = operation({
  id: 'read-customer',
  method: 'GET',
  path: 'api/customers/{customerId}',
  needs: 'read',
  summary: 'A customer: facts, state, what the last run decided, and what the next would',
  params: OfCustomer,
  query: NOTHING,
  body: NOTHING,
  answer: CustomerAnswer,
  statuses: [200],
  isSpoken: true,
});

export const READ_SUBSCRIPTIONS = operation({
  id: 'read-subscriptions',
  method: 'GET',
  path: 'api/customers/{customerId}/subscriptions',
  needs: 'read',
  summary: 'What the customer subscribes to, as Partner Center has it now',
  params: OfCustomer,
  query: NOTHING,
  body: NOTHING,
  answer: Subscriptions,
  statuses: [200],
});

export const READ_HISTORY = operation({
  id: 'read-history',
  method: 'GET',
  path: 'api/customers/{customerId}/history',
  needs: 'read',
  summary: 'Everything said and done about a customer, newest first',
  params: OfCustomer,
  query: HistoryQuery,
  body: NOTHING,
  answer: HistoryAnswer,
  statuses: [200],
  isSpoken: true,
});

export const PUT_ARRANGEMENT = operation({
  id: 'put-arrangement',
  method: 'PUT',
  path: 'api/customers/{customerId}/arrangements/{arrangementId}',
  needs: 'control',
  summary: 'Record or change a hold, dispute, promise, write-off, fraud case or snooze',
  params: OfArrangement,
  query: NOTHING,
  body: PutArrangement,
  answer: ArrangementView,
  statuses: [200, 201],
  isGuarded: true,
});

export const READ_ARRANGEMENT = operation({
  id: 'read-arrangement',
  method: 'GET',
  path: 'api/customers/{customerId}/arrangements/{arrangementId}',
  needs: 'read',
  summary: 'An arrangement that a person recorded, with its ETag',
  params: OfArrangement,
  query: NOTHING,
  body: NOTHING,
  answer: ArrangementView,
  statuses: [200],
});

export const END_ARRANGEMENT = operation({
  id: 'end-arrangement',
  method: 'DELETE',
  path: 'api/customers/{customerId}/arrangements/{arrangementId}',
  needs: 'control',
  summary: 'End an arrangement from today on; the record of it stays',
  params: OfArrangement,
  query: NOTHING,
  body: EndArrangement,
  answer: ArrangementView,
  statuses: [200],
  isGuarded: true,
});

export const PUT_BUDGET = operation({
  id: 'put-budget',
  method: 'PUT',
  path: 'api/customers/{customerId}/budget',
  needs: 'control',
  summary: "Set a customer's budget in one currency; it stands before what sources say",
  params: OfCustomer,
  query: NOTHING,
  body: PutBudget,
  answer: SavedBudget,
  statuses: [200, 201],
  isGuarded: true,
});

export const REMOVE_BUDGET = operation({
  id: 'remove-budget',
  method: 'DELETE',
  path: 'api/customers/{customerId}/budget/{currency}',
  needs: 'control',
  summary: 'Leave the budget to what sources say again',
  params: OfCustomer.extend({ currency: CurrencyCode }),
  query: NOTHING,
  body: NOTHING,
  answer: z.object({ currency: CurrencyCode, portal: z.string().nullable() }),
  statuses: [200],
  isGuarded: true,
});

export const READ_DIRECTORY = operation({
  id: 'read-directory-entry',
  method: 'GET',
  path: 'api/customers/{customerId}/directory',
  needs: 'read',
  summary: 'Who the customer is elsewhere, as a person entered it',
  params: OfCustomer,
  query: NOTHING,
  body: NOTHING,
  answer: DirectoryView,
  statuses: [200],
});

export const PUT_DIRECTORY = operation({
  id: 'put-directory-entry',
  method: 'PUT',
  path: 'api/customers/{customerId}/directory',
  needs: 'control',
  summary: 'Say which tenants and which customers of the accounts are this customer',
  params: OfCustomer,
  query: NOTHING,
  body: PutDirectory,
  answer: DirectoryView,
  statuses: [200, 201],
  isGuarded: true,
});

export const REMOVE_DIRECTORY = operation({
  id: 'remove-directory-entry',
  method: 'DELETE',
  path: 'api/customers/{customerId}/directory',
  needs: 'control',
  summary: 'Leave who the customer is to what sources say again',
  params: OfCustomer,
  query: NOTHING,
  body: NOTHING,
  answer: z.object({ customerId: CustomerId }),
  statuses: [200],
  isGuarded: true,
});
