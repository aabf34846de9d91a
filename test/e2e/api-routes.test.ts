import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Operation } from '../../shared/http/operation.ts';
import { OPERATIONS } from '../../shared/http/operations/all.ts';
import { EmailsAnswer } from '../../shared/http/shapes/emails.ts';
import { StartedRun } from '../../shared/http/shapes/runs.ts';
import { hostileRequest, NAMED, namesIn } from './hostile.ts';
import { type Answer, sent } from './sent.ts';
import { type StartedApp, startedApp } from './started-app.ts';

type Example = {
  readonly params?: Record<string, string>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
};

const HOLD = { kind: 'hold', from: '2026-03-17', reason: 'asked to <wait>' };
const NEW = { 'if-none-match': '*' };

/** By operation that asks for more than the night that is there, or answers to a body. */
const BODIES: Readonly<Record<string, unknown>> = {
  'put-arrangement': HOLD,
  'put-budget': { currency: 'EUR', amount: '1200', reason: 'agreed' },
  'put-directory-entry': { tenantIds: ['t-1'] },
  'query-customers': { sort: 'name', limit: 2 },
  'validate-policy': { text: '{}' },
  'preview-policy': { text: '{}' },
  'start-run-now': { asOf: '2026-03-17', dryRun: true },
};

/** What makes what a guarded operation changes, if it is another one. */
const MADE_BY: Readonly<Record<string, string>> = {
  'end-arrangement': 'put-arrangement',
  'read-arrangement': 'put-arrangement',
  'remove-budget': 'put-budget',
  'read-directory-entry': 'put-directory-entry',
  'remove-directory-entry': 'put-directory-entry',
};

const guarded = OPERATIONS.filter(({ isGuarded }) => isGuarded === true);
const withInput = OPERATIONS.filter(
  ({ method, params, query }) => method !== 'GET' || namesIn(params, query).length > 0,
);

/** Most parameters cannot be this. */
const UNREADABLE: Readonly<Record<string, string>> = { place: '%20' };

/** Each test has a customer of its own, so that none finds what another has made. */
const CUSTOMERS = Array.from({ length: 28 }, (_, at) => `C-${1001 + at}`);

// Nothing leaves but one e-mail in an hour, so that there is one to cancel and to send again.
describe('every operation of the API', () => {
  let app: StartedApp;
  let runId = '';
  beforeAll(async () => {
    app = await startedApp({ EMAIL_PER_HOUR: '1' });
    runId = await app.run({ asOf: '2026-03-17' });
    await app.settled();
  });
  afterAll(() => app.stop());

  const operationNamed = (id: string): Operation => {
    const found = OPERATIONS.find((each) => each.id === id);
    if (found === undefined) throw new Error(`Cannot find an operation ${id}`);
    return found;
  };

  const ask = ({ method, path }: Operation, { params = {}, ...init }: Example): Promise<Answer> => {
    const values: Record<string, string> = { ...NAMED, runId, ...params };
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
    return app.call(method, filled.slice('api/'.length), init);
  };

  const customer = ({ path }: Operation): Record<string, string> =>
    path.includes('{customerId}') ? { customerId: CUSTOMERS.pop() ?? '' } : {};

  const etagOf = ({ headers }: Answer) => ({ 'if-match': headers.get('etag') ?? '' });

  /** Makes what an operation is about, as far as a night does not: its parameters, and its ETag. */
  async function exampleOf(operation: Operation): Promise<Example> {
    const { id } = operation;
    await app.settled();
    if (id.endsWith('-email')) {
      const { emails } = EmailsAnswer.parse((await app.call('GET', 'emails?status=queued')).body);
      const [{ place = '', id: emailId = '' } = {}] = emails;
      if (id === 'resend-email')
        await ask(operationNamed('cancel-email'), { params: { place, emailId } });
      return { params: { place, emailId } };
    }
    if (id === 'cancel-run') {
      const body = BODIES['start-run-now'];
      return {
        params: { runId: StartedRun.parse((await app.call('POST', 'runs', { body })).body).id },
      };
    }
    const params = customer(operation);
    const body = BODIES[id];
    const maker = MADE_BY[id];
    if (maker === undefined)
      return { params, body, ...(id.startsWith('put-') && { headers: NEW }) };
    const made = await ask(operationNamed(maker), { params, body: BODIES[maker], headers: NEW });
    return { params, body, headers: etagOf(made) };
  }

  test.each(OPERATIONS)('$id: succeeds, and answers what is documented', async (operation) => {
    const answer = await ask(operation, await exampleOf(operation));

    expect({ status: answer.status, text: answer.text }).toMatchObject({
      status: expect.toBeOneOf([...operation.statuses]),
    });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each(withInput)('$id: what it cannot read is 400, wherever it stands', async (operation) => {
    const { params, query, method } = operation;
    const asked = operation.path.slice('api/'.length);
    const fill = (bad: string): string =>
      asked.replace(/\{(\w+)\}/g, (_, name: string) =>
        name === bad ? (UNREADABLE[name] ?? '~') : (NAMED[name] ?? ''),
      );
    const paths = [
      ...namesIn(params).map(fill),
      ...namesIn(query).map((name) => `${fill('')}?${name}=%00`),
    ];

    const answers = await Promise.all([
      ...paths.map((path) => app.call(method, path)),
      ...(method === 'GET' ? [] : ['{', [], 7]).map((body) => app.call(method, fill(''), { body })),
    ]);

    expect(answers.length).toBeGreaterThan(0);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
  });

  test.each(guarded)(
    '$id: an old ETag is 412, none is 428, and a new one succeeds',
    async (operation) => {
      const maker = operationNamed(MADE_BY[operation.id] ?? operation.id);
      const example = { params: customer(operation), body: BODIES[operation.id] };
      const write = { params: example.params, body: BODIES[maker.id] };
      const made = await ask(maker, { ...write, headers: NEW });
      const changed = await ask(maker, { ...write, headers: etagOf(made) });

      const stale = await ask(operation, { ...example, headers: etagOf(made) });
      const anew = await ask(operation, { ...example, headers: NEW });
      const neither = await ask(operation, example);
      const fresh = await ask(operation, { ...example, headers: etagOf(changed) });

      expect([stale, anew, neither, fresh].map(({ status }) => status)).toEqual([
        412, 412, 428, 200,
      ]);
    },
  );

  test.each(guarded)('$id: an ETag of what is not there is 404', async (operation) => {
    const example = { params: customer(operation), body: BODIES[operation.id] };

    const { status } = await ask(operation, { ...example, headers: { 'if-match': '"x"' } });

    expect(status).toBe(404);
  });

  test('a place in the history that no row can have is 400', async () => {
    const after = Buffer.from('"\\ud800"').toString('base64url');

    const { status } = await app.call('GET', `customers/C-1003/history?after=${after}`);

    expect(status).toBe(400);
  });

  test.each(OPERATIONS)('$id: anything in any place never breaks it', async (operation) => {
    await fc.assert(
      fc.asyncProperty(hostileRequest(operation), async (hostile) => {
        const headers = { 'x-functions-key': app.key, ...hostile.headers };

        const { status, text } = await sent(app.url, { ...hostile, headers });

        expect({ isOurFault: status >= 500, text }).toMatchObject({ isOurFault: false });
        // What is none of our paths the host refuses by itself, without a word.
        if (status >= 400 && text !== '')
          expect(Problem.parse(JSON.parse(text)).status).toBe(status);
      }),
      { numRuns: 8, seed: 11 },
    );
  });
});

const Problem = z.object({ status: z.int(), detail: z.string() });
