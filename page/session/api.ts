import type { z } from 'zod';
import type * as customers from '../../shared/http/operations/customers.ts';
import type * as desk from '../../shared/http/operations/desk.ts';
import type * as emails from '../../shared/http/operations/emails.ts';
import type * as policy from '../../shared/http/operations/policy.ts';
import type * as runs from '../../shared/http/operations/runs.ts';
import { type Asked, call } from './client.ts';

/**
 * What the API answers, by the very schemas that make its answers: a field that changes there does
 * not compile here. It is not parsed again, because it comes from the same deployment.
 */
type AnswerTo<Operation extends { readonly answer: z.ZodType }> = z.output<Operation['answer']>;
type BodyOf<Operation extends { readonly body: z.ZodType }> = z.input<Operation['body']>;

export type Portfolio = AnswerTo<typeof desk.READ_PORTFOLIO>;
export type Customers = AnswerTo<typeof desk.QUERY_CUSTOMERS>;
export type CustomersQuery = BodyOf<typeof desk.QUERY_CUSTOMERS>;
export type CustomerRow = Customers['customers'][number];
export type Customer = AnswerTo<typeof customers.READ_CUSTOMER>;
export type Arrangement = Customer['arrangements'][number];
export type NewArrangement = BodyOf<typeof customers.PUT_ARRANGEMENT>;
export type NewBudget = BodyOf<typeof customers.PUT_BUDGET>;
export type NewDirectory = BodyOf<typeof customers.PUT_DIRECTORY>;
export type Subscriptions = AnswerTo<typeof customers.READ_SUBSCRIPTIONS>;
export type History = AnswerTo<typeof customers.READ_HISTORY>;
export type Run = AnswerTo<typeof runs.READ_RUN>;
export type Runs = AnswerTo<typeof runs.LIST_RUNS>;
export type Rejects = AnswerTo<typeof runs.LIST_REJECTS>;
export type Changes = AnswerTo<typeof runs.READ_CHANGES>;
export type NewRun = BodyOf<typeof runs.START_RUN>;
export type Emails = AnswerTo<typeof emails.LIST_EMAILS>;
export type EmailRow = Emails['emails'][number];
export type Email = AnswerTo<typeof emails.READ_EMAIL>;
export type Policy = AnswerTo<typeof policy.READ_POLICY>;
export type PolicyProblems = AnswerTo<typeof policy.VALIDATE_POLICY>;

const json = async <Answer>(path: string, asked?: Asked): Promise<Answer> =>
  (await call(path, asked)).json();

/** Ids go into paths as base64url where they hold what paths cannot: see the API's document. */
const customerPath = (id: string, ...rest: readonly string[]): string =>
  ['customers', keyOf(id), ...rest.map(encodeURIComponent)].join('/');

const keyOf = (id: string): string => {
  if (/^[\w][\w.-]*$/.test(id)) return id;
  const bytes = String.fromCharCode(...new TextEncoder().encode(id));
  return `~${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
};

const queryOf = (values: Record<string, string | undefined>): string => {
  const given = Object.entries(values).filter((each): each is [string, string] => !!each[1]);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

/** Who changed it last decides: an etag means "this one", none means "a new one". */
const guard = (etag: string | null): Record<string, string> =>
  etag === null ? { 'if-none-match': '*' } : { 'if-match': etag };

export const readMe = () => json<AnswerTo<typeof desk.WHO_AM_I>>('me');

export const readPortfolio = (signal: AbortSignal) => json<Portfolio>('portfolio', { signal });

export const queryCustomers = (body: CustomersQuery, signal: AbortSignal) =>
  json<Customers>('customers/query', { method: 'POST', body, signal });

/** The aging of the last night as a file, named after its day. */
export async function readAgingCsv(): Promise<{ readonly csv: Blob; readonly name: string }> {
  const answer = await call('aging.csv', { headers: { accept: 'text/csv' } });
  const [, name = 'aging.csv'] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return { csv: await answer.blob(), name };
}

export const readCustomer = (id: string, signal: AbortSignal) =>
  json<Customer>(customerPath(id), { signal });

export const readSubscriptions = (id: string, signal: AbortSignal) =>
  json<Subscriptions>(customerPath(id, 'subscriptions'), { signal });

export const readHistory = (id: string, after: string | undefined, signal: AbortSignal) =>
  json<History>(`${customerPath(id, 'history')}${queryOf({ after })}`, { signal });

export const putArrangement = (
  customerId: string,
  id: string,
  body: NewArrangement,
  etag: string | null,
) =>
  json<Arrangement>(customerPath(customerId, 'arrangements', id), {
    method: 'PUT',
    body,
    headers: guard(etag),
  });

export const endArrangement = (customerId: string, id: string, reason: string, etag: string) =>
  json<Arrangement>(customerPath(customerId, 'arrangements', id), {
    method: 'DELETE',
    body: reason === '' ? {} : { reason },
    headers: guard(etag),
  });

export const putBudget = (customerId: string, body: NewBudget, etag: string | null) =>
  json<AnswerTo<typeof customers.PUT_BUDGET>>(customerPath(customerId, 'budget'), {
    method: 'PUT',
    body,
    headers: guard(etag),
  });

export const removeBudget = (customerId: string, currency: string, etag: string) =>
  json<AnswerTo<typeof customers.REMOVE_BUDGET>>(customerPath(customerId, 'budget', currency), {
    method: 'DELETE',
    headers: guard(etag),
  });

export const putDirectory = (customerId: string, body: NewDirectory, etag: string | null) =>
  json<AnswerTo<typeof customers.PUT_DIRECTORY>>(customerPath(customerId, 'directory'), {
    method: 'PUT',
    body,
    headers: guard(etag),
  });

export const removeDirectory = (customerId: string, etag: string) =>
  json<AnswerTo<typeof customers.REMOVE_DIRECTORY>>(customerPath(customerId, 'directory'), {
    method: 'DELETE',
    headers: guard(etag),
  });

export const startRun = (body: NewRun) =>
  json<AnswerTo<typeof runs.START_RUN>>('runs', { method: 'POST', body });

export const listRuns = (after: string | undefined, signal: AbortSignal) =>
  json<Runs>(`runs${queryOf({ after })}`, { signal });

export const readRun = (id: string, signal: AbortSignal) =>
  json<Run>(`runs/${encodeURIComponent(id)}`, { signal });

export const cancelRun = (id: string) =>
  json<Run>(`runs/${encodeURIComponent(id)}`, { method: 'DELETE' });

export const readReport = async (id: string, signal: AbortSignal): Promise<Blob> =>
  (await call(`runs/${encodeURIComponent(id)}/report`, { signal })).blob();

export const listRejects = (id: string, after: string | undefined, signal: AbortSignal) =>
  json<Rejects>(`runs/${encodeURIComponent(id)}/rejects${queryOf({ after })}`, { signal });

export const readChanges = (id: string, signal: AbortSignal) =>
  json<Changes>(`runs/${encodeURIComponent(id)}/changes`, { signal });

export const listEmails = (
  query: { readonly runId?: string; readonly status?: string; readonly after?: string },
  signal: AbortSignal,
) => json<Emails>(`emails${queryOf(query)}`, { signal });

const emailPath = (place: string, id: string, ...rest: readonly string[]): string =>
  ['emails', place, id, ...rest].map(encodeURIComponent).join('/');

export const readEmail = (place: string, id: string, signal: AbortSignal) =>
  json<Email>(emailPath(place, id), { signal });

export const resendEmail = (place: string, id: string) =>
  json<EmailRow>(emailPath(place, id, 'resend'), { method: 'POST' });

export const cancelEmail = (place: string, id: string) =>
  json<EmailRow>(emailPath(place, id, 'cancel'), { method: 'POST' });

export const readPolicy = (signal: AbortSignal) => json<Policy>('policy', { signal });

export const validatePolicy = (text: string, signal: AbortSignal) =>
  json<PolicyProblems>('policy/validate', { method: 'POST', body: { text }, signal });

export const previewPolicy = (text: string) =>
  json<AnswerTo<typeof runs.START_RUN>>('policy/preview', { method: 'POST', body: { text } });
