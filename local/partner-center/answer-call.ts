import { z } from 'zod';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { parseExactJson } from '../../shared/sources/http/exact-json.ts';
import { exactBody } from '../fakes/exact-body.ts';
import type { FakeAnswer, FakeRequest } from '../fakes/fake-server.ts';
import type { TokenKind } from '../fakes/fake-sign-in.ts';
import type { FakeCustomer } from './fake-customers.ts';
import { page } from './fake-pages.ts';
import { refused } from './fake-refusals.ts';
import { resourceUsage, subscriptionsOf, subscriptionUsage } from './fake-subscriptions.ts';
import { budgetBody, usageRecord } from './fake-usage.ts';

/** What the fake knows. A test changes it as the world would. */
export type FakeWorld = {
  today: CalendarDate;
  readonly customers: FakeCustomer[];
  pageSize: number;
  /** What is wrong with the account that signed in, or with whoever asks. */
  lacksSecondFactor: boolean;
  lacksRole: boolean;
  isAudienceRetired: boolean;
  isEverybodyApplication: boolean;
  isListRefused: boolean;
  /** What answers is a web server and no Partner Center. */
  isElsewhere: boolean;
  /** Rows of usage to tell instead of a customer's own, by its id: any odd shape. */
  readonly oddRows: Map<string, unknown>;
};

type Call = { readonly request: FakeRequest; readonly world: FakeWorld };
type OfCustomer = Call & { readonly customer: FakeCustomer };

/** Usage is told to an account that signed in; the rest to the application, too. */
export function answerCall(
  request: FakeRequest,
  caller: TokenKind | undefined,
  world: FakeWorld,
): FakeAnswer {
  if (world.isElsewhere) return { status: 404, body: '<html><h1>Not Found</h1></html>' };
  if (caller === undefined) return refused(401, '400', 'Access denied.');
  const path = request.url.pathname;
  if (world.isAudienceRetired) return refused(401, '900420', 'The token audience is not accepted.');
  const isApplication = caller === 'application' || world.isEverybodyApplication;
  if (isApplication && /usagerecords|usagesummary/.test(path))
    return refused(403, '900329', 'The resource does not support application-only auth.');
  if (caller === 'account' && world.lacksSecondFactor)
    return refused(401, '900421', 'The token has no MFA claim.');
  if (caller === 'account' && world.lacksRole)
    return refused(403, '900308', 'Insufficient privileges.');
  return withIds(request, answerKnown({ request, world }, path));
}

/** The ids of a request are told back, so that it can be looked up. */
const withIds = ({ headers }: FakeRequest, answer: FakeAnswer): FakeAnswer => ({
  ...answer,
  headers: {
    ...answer.headers,
    'ms-requestid': String(headers['ms-requestid'] ?? ''),
    'ms-correlationid': String(headers['ms-correlationid'] ?? ''),
  },
});

function answerKnown(call: Call, path: string): FakeAnswer {
  if (path === '/v1/customers')
    return call.world.isListRefused
      ? refused(403, '900308', 'Insufficient privileges.')
      : listCustomers(call);
  if (path === '/v1/customers/usagerecords') return listUsage(call);
  const [, id = '', rest = ''] = /^\/v1\/customers\/([^/]+)\/(.+)$/.exec(path) ?? [];
  const customer = call.world.customers.find((each) => each.id === id);
  if (customer === undefined) return refused(404, '1000', `Nothing is at ${path}.`);
  return answerOf({ ...call, customer }, rest);
}

function answerOf({ request, world, customer }: OfCustomer, rest: string): FakeAnswer {
  const { today, pageSize } = world;
  const list = (items: readonly unknown[]): FakeAnswer =>
    page(request, items, { size: pageSize, hasVersionInLinks: true });
  switch (rest) {
    case 'usagebudget':
      return request.method === 'PATCH' ? setBudget(request, customer) : told(budgetBody(customer));
    case 'subscriptions':
      return list(subscriptionsOf(customer));
    case 'subscriptions/usagerecords':
      return list(subscriptionUsage(customer, today));
    case `subscriptions/${customer.planId}/resourceusagerecords`:
      return list(resourceUsage(customer, today));
    default:
      return refused(404, '1000', `Nothing is at ${rest}.`);
  }
}

const told = (body: unknown): FakeAnswer => ({ status: 200, body: exactBody(body) });

function listCustomers({ request, world }: Call): FakeAnswer {
  const size = Math.min(world.pageSize, Number(request.url.searchParams.get('size') ?? 500));
  return page(request, world.customers, { size, hasVersionInLinks: false }, listed);
}

const listed = ({ id, name, domain }: FakeCustomer) => ({
  id,
  companyProfile: {
    tenantId: id,
    domain,
    companyName: name,
    attributes: { objectType: 'CustomerCompanyProfile' },
  },
  relationshipToPartner: 'reseller',
  links: { self: { uri: `/customers/${id}`, method: 'GET', headers: [] } },
  attributes: { objectType: 'Customer' },
});

function listUsage({ request, world }: Call): FakeAnswer {
  const { oddRows, today, pageSize } = world;
  const users = world.customers.filter(({ id, azure }) => azure !== 'none' || oddRows.has(id));
  return page(
    request,
    users,
    { size: pageSize, hasVersionInLinks: true },
    (customer) => oddRows.get(customer.id) ?? usageRecord(customer, today),
  );
}

const Sent = z.object({ Amount: z.string().nullable() });

function setBudget({ body }: FakeRequest, customer: FakeCustomer): FakeAnswer {
  const sent = Sent.safeParse(parseExactJson(body));
  if (!sent.success) return refused(400, '800002', 'The budget is not valid.');
  customer.budget = sent.data.Amount ?? undefined;
  return told(budgetBody(customer));
}
