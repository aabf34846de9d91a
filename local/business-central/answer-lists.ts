import { exactBody } from '../fakes/exact-body.ts';
import type { FakeAnswer, FakeRequest } from '../fakes/fake-server.ts';
import type { FakeBooks } from './fake-books.ts';

/** What is wrong with who asks, or with what is asked for. */
export type FakeCompany = {
  readonly path: string;
  readonly books: FakeBooks;
  isApplicationUnknown: boolean;
  lacksPermission: boolean;
  /** Lists that an older version does not have. */
  readonly unknownLists: string[];
};

/** The lists of a company, filtered and paged as the service does it. */
export function answerLists(
  request: FakeRequest,
  isSignedIn: boolean,
  company: FakeCompany,
): FakeAnswer {
  if (!isSignedIn || company.isApplicationUnknown)
    return refused(401, 'Authentication_InvalidCredentials', 'The server has rejected the client.');
  const path = decodeURIComponent(request.url.pathname);
  if (!path.startsWith(`${company.path}/`))
    return refused(404, 'BadRequest_NotFound', 'The requested resource is not found.');
  if (company.lacksPermission)
    return refused(403, 'Internal_ServerError', 'You do not have the permission to read.');
  const list = path.slice(company.path.length + 1);
  const rows = company.unknownLists.includes(list) ? undefined : rowsOf(company.books, list);
  if (rows === undefined) return refused(404, 'BadRequest_NotFound', `Nothing is at ${path}.`);
  const filter = request.url.searchParams.get('$filter') ?? '';
  if (/ or /.test(filter))
    return refused(400, 'BadRequest', "The operator 'or' is not supported on distinct fields.");
  return pageOf(
    request,
    rows.filter((row) => holds(row, filter)),
  );
}

const JOURNAL_LINES = /^customerPaymentJournals\(([^)]+)\)\/customerPayments$/;

/** Lines of journals are listed by journal; one without it would be refused. */
function rowsOf(books: FakeBooks, list: string): readonly Record<string, unknown>[] | undefined {
  const [, journal] = JOURNAL_LINES.exec(list) ?? [];
  if (journal !== undefined) return books.customerPayments;
  if (list === 'customerPayments') return undefined;
  return new Map(Object.entries(books)).get(list);
}

const CONDITION = /^(\w+) (eq|ge) '?([^']*)'?$/;

const holds = (row: Record<string, unknown>, filter: string): boolean =>
  filter === '' ||
  filter.split(' and ').every((condition) => {
    const [, field = '', operator, value = ''] = CONDITION.exec(condition) ?? [];
    const text = String(row[field] ?? '');
    return operator === 'ge' ? text >= value : text === value;
  });

const DEFAULT_PAGE = 20_000;

function pageOf(
  { url, headers }: FakeRequest,
  rows: readonly Record<string, unknown>[],
): FakeAnswer {
  const [, asked] = /odata\.maxpagesize=(\d+)/.exec(String(headers['prefer'] ?? '')) ?? [];
  const size = Math.min(Number(asked ?? DEFAULT_PAGE), DEFAULT_PAGE);
  const from = Number(url.searchParams.get('$skiptoken') ?? 0);
  const next = new URL(url);
  next.searchParams.set('$skiptoken', `${from + size}`);
  return {
    status: 200,
    headers: { 'preference-applied': `odata.maxpagesize=${size}` },
    body: exactBody({
      '@odata.context': `${url.origin}/$metadata`,
      value: rows.slice(from, from + size),
      ...(from + size < rows.length && { '@odata.nextLink': next.href }),
    }),
  };
}

const refused = (status: number, code: string, message: string): FakeAnswer => ({
  status,
  body: JSON.stringify({ error: { code, message: `${message} CorrelationId: 0.` } }),
});
