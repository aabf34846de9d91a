import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { postReports } from '../../local/acs/delivery-reports.ts';
import { startFakeAcs } from '../../local/acs/fake-acs.ts';
import type { NightReport } from '../../shared/run/report/night-report.ts';
import { newState, run, start } from './nightly.ts';

const KEY = 'a-key-that-is-long-enough';
const FAST = { EMAIL_PER_MINUTE: '6000', EMAIL_PER_HOUR: '60000' };

describe('a night through Azure Communication Services', () => {
  test('whose sender is not linked loses nothing, and leaves once that is mended', async () => {
    const acs = await startFakeAcs();
    acs.senders = ['billing@kestrel.example'];
    const state = newState();
    const settings = { ACS_CONNECTION_STRING: acs.connectionString, ...FAST };
    const nightly = ['--state', state];

    const stuck = await run('nightly', nightly, settings);
    const taken = acs.taken.size;
    const mended = { ...settings, EMAIL_FROM: 'billing@kestrel.example' };
    const again = await run('nightly', [...nightly, '--json', '-'], mended);
    await acs.stop();

    expect([stuck.code, taken]).toEqual([1, 0]);
    expect(stuck.stdout).toContain('the domain of EMAIL_FROM is not linked');
    expect(again.code).toBe(0);
    const subjects = [...acs.taken.values()].map(({ message }) => message.content.subject);
    expect(subjects.length).toBeGreaterThan(15);
    expect(new Set(acs.requests).size).toBeGreaterThanOrEqual(acs.taken.size);
    const report: NightReport = JSON.parse(again.stdout);
    expect(report.emails.filter(({ status }) => status === 'queued')).toEqual([]);
  });
});

const Emails = z.object({
  emails: z.array(z.object({ id: z.string(), kind: z.string(), status: z.string() })),
});

describe('npm start with delivery reports', () => {
  const state = newState();
  let acs: Awaited<ReturnType<typeof startFakeAcs>>;
  let child: ReturnType<typeof start>;
  let url = '';
  let apiKey = '';
  let runId = '';
  let emailGoes = '';
  beforeAll(async () => {
    acs = await startFakeAcs();
    child = start('start', ['--state', state, '--port', '0'], {
      ...{ ACS_CONNECTION_STRING: acs.connectionString, DELIVERY_REPORTS_KEY: KEY, ...FAST },
    });
    child.stderr.resume();
    for await (const line of createInterface(child.stdout)) {
      url ||= /Duewatch runs on (http:\S+);/.exec(line)?.[1] ?? '';
      apiKey ||= /x-functions-key: (\S+)"/.exec(line)?.[1] ?? '';
      emailGoes ||= /Its e-mail: +(.*)/.exec(line)?.[1] ?? '';
      runId ||= /first night runs now: (\S+);/.exec(line)?.[1] ?? '';
      if (runId !== '') break;
    }
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    await acs.stop();
  });

  const statuses = async (): Promise<Map<string, string>> => {
    const path = `${url}/api/emails?runId=${encodeURIComponent(runId)}`;
    const response = await fetch(path, { headers: { 'x-functions-key': apiKey } });
    const { emails } = Emails.parse(await response.json());
    return new Map(emails.map(({ id, status }) => [id, status]));
  };
  const webhook = (init: RequestInit, key = KEY): Promise<Response> =>
    fetch(`${url}/api/webhooks/email-delivery-reports?key=${key}`, init);

  test('it says where its e-mail goes', () => {
    expect(emailGoes).toBe('through Azure Communication Services');
  });

  test('e-mails go from accepted to delivered as the service reports', async () => {
    let before = new Map<string, string>();
    while (before.size < 15 || [...before.values()].some((each) => each !== 'accepted')) {
      await sleep(200);
      before = await statuses();
    }

    for (const { operationId, message } of acs.taken.values())
      await postReports(`${url}/api/webhooks/email-delivery-reports`, KEY, [
        { operationId, recipient: message.recipients.to[0]?.address ?? '', status: 'Delivered' },
      ]);

    expect(new Set((await statuses()).values())).toEqual(new Set(['delivered']));
  }, 60_000);

  test('both handshakes are answered, and nobody is let in without the key', async () => {
    const origin = { 'webhook-request-origin': 'eventgrid.azure.net' };
    const options = await webhook({ method: 'OPTIONS', headers: origin });
    const asked = [
      {
        eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
        data: { validationCode: 'code-1' },
      },
    ];
    const json = { 'content-type': 'application/json' };
    const validation = await webhook({
      method: 'POST',
      headers: json,
      body: JSON.stringify(asked),
    });
    const stranger = await webhook({ method: 'POST', headers: json, body: '[]' }, 'guess');
    const garbage = await webhook({ method: 'POST', headers: json, body: '{"a":' });

    expect(options.headers.get('webhook-allowed-origin')).toBe('eventgrid.azure.net');
    expect(await validation.json()).toEqual({ validationResponse: 'code-1' });
    expect([stranger.status, garbage.status]).toEqual([401, 400]);
  });

  test('it ends when it is told to', async () => {
    child.kill('SIGTERM');

    expect(await once(child, 'close')).toEqual([0, null]);
  });
});
