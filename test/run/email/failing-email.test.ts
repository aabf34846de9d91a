import { describe, expect, test } from 'vitest';
import type { OutgoingEmail } from '../../../shared/run/email/email-ports.ts';
import { readReport } from '../../../shared/run/report/night-report.ts';
import { type NightInMemory, type NightNeeds, nightInMemory } from '../in-memory/night.ts';
import { deliveredTo } from '../outcome.ts';
import { runNight } from '../run-night.ts';

const FULL = 'Cannot send because the mailbox is full';

function transportFails(
  { needs }: NightInMemory,
  whom: (email: OutgoingEmail) => boolean,
  times = Infinity,
): NightNeeds {
  let left = times;
  return {
    ...needs,
    transport: {
      ...needs.transport,
      async send(email) {
        if (whom(email) && left-- > 0) throw new Error(FULL);
        await needs.transport.send(email);
      },
    },
  };
}

const isFinalNotice = ({ subject }: OutgoingEmail): boolean => subject.startsWith('Final notice');

describe('an e-mail that cannot be sent', () => {
  test('has failed with its reason after five tries, the others are sent', async () => {
    const night = nightInMemory();

    const outcome = await runNight(night, '2026-03-17', transportFails(night, isFinalNotice));

    const failed = outcome.outbox.filter(([, { status }]) => status === 'failed');
    expect(failed.map(([, { email, because }]) => [email.to, because])).toEqual([
      ['billing@contoso.example', FULL],
    ]);
    expect(deliveredTo(outcome, 'letter')).toHaveLength(2);
    expect(deliveredTo(outcome, 'digest')).toHaveLength(3);
    expect([outcome.waiting, outcome.lost]).toEqual([[], []]);
  });

  test('is told to the operator by one alarm, however many failed', async () => {
    const night = nightInMemory();
    const letters = transportFails(night, ({ kind }) => kind === 'letter');

    const outcome = await runNight(night, '2026-03-17', letters);

    expect(deliveredTo(outcome, 'alarm')).toEqual(['ops@kestrel.example']);
  });

  test('alarms nobody about an alarm', async () => {
    const night = nightInMemory();

    const outcome = await runNight(
      night,
      '2026-03-17',
      transportFails(night, () => true),
    );

    expect(outcome.delivered).toEqual([]);
    const kinds = outcome.outbox.map(([, { email }]) => email.kind);
    expect(kinds.filter((kind) => kind === 'alarm')).toHaveLength(1);
    expect([outcome.waiting, outcome.lost]).toEqual([[], []]);
  });

  test('is in the report as failed, with its reason', async () => {
    const night = nightInMemory();
    const { runs } = await runNight(night, '2026-03-17', transportFails(night, isFinalNotice));
    const [run] = await night.needs.runs.recent(1);

    const report = run && (await readReport(run, night.needs));

    expect(runs).toHaveLength(1);
    expect(report?.emails.filter(({ status }) => status === 'failed')).toMatchObject([
      { kind: 'letter', because: FULL },
    ]);
    expect(report?.emails).toHaveLength(8);
  });

  test('leaves no trace of its troubles when it gets through in time', async () => {
    const night = nightInMemory();

    const outcome = await runNight(night, '2026-03-17', transportFails(night, isFinalNotice, 4));

    expect(outcome).toEqual(await runNight(nightInMemory()));
  });
});
