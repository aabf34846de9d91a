import { describe, expect, test } from 'vitest';
import { contactWait } from '../../../shared/decisions/email/contact-times.ts';
import { parsePolicy } from '../../../shared/policy/parse-policy.ts';

const NIGHT = { quietHours: { from: '20:00', to: '07:00' } };

function waitOf(contact: object, now: string, kind: 'digest' | 'alert' = 'digest') {
  const reseller = { timeZone: 'Europe/Amsterdam', holidays: ['2026-04-27'] };
  const policy = parsePolicy(JSON.stringify({ reseller, contact }), 'test');
  const wait = contactWait({ kind }, new Date(now), policy);
  return wait && { until: wait.until.toISOString(), because: wait.because };
}

describe('when an e-mail may leave', () => {
  test.each<{ now: string; contact: object; until: string | undefined; because: string }>([
    { now: '2026-03-17T03:00:00Z', contact: {}, until: undefined, because: 'no hour is quiet' },
    {
      now: '2026-03-17T18:59:59Z',
      contact: NIGHT,
      until: undefined,
      because: 'it is not yet eight in the evening in Amsterdam',
    },
    {
      now: '2026-03-17T19:00:00Z',
      contact: NIGHT,
      until: '2026-03-18T06:00:00.000Z',
      because: 'at eight they begin, and end at seven of the next day',
    },
    {
      now: '2026-03-18T05:59:30Z',
      contact: NIGHT,
      until: '2026-03-18T06:00:00.000Z',
      because: 'half a minute is left of them',
    },
    {
      now: '2026-03-28T22:00:00Z',
      contact: NIGHT,
      until: '2026-03-29T05:00:00.000Z',
      because: 'that night is an hour shorter, and seven is seven',
    },
    {
      now: '2026-10-24T22:00:00Z',
      contact: NIGHT,
      until: '2026-10-25T06:00:00.000Z',
      because: 'that night is an hour longer',
    },
    {
      now: '2026-03-17T12:00:00Z',
      contact: { quietHours: { from: '12:00', to: '14:00' } },
      until: '2026-03-17T13:00:00.000Z',
      because: 'quiet hours may lie within a day',
    },
    {
      now: '2026-03-20T22:30:00Z',
      contact: { ...NIGHT, quietDaysOff: true },
      until: '2026-03-23T06:00:00.000Z',
      because: 'Friday night ends on a Saturday, so Monday at seven',
    },
    {
      now: '2026-04-25T10:00:00Z',
      contact: { quietDaysOff: true },
      until: '2026-04-27T22:00:00.000Z',
      because: 'a holiday follows the weekend',
    },
    {
      now: '2026-03-21T10:00:00Z',
      contact: {},
      until: undefined,
      because: 'a Saturday is like any day unless the policy says so',
    },
  ])('at $now until $until, because $because', ({ now, contact, until }) => {
    expect(waitOf(contact, now)?.until).toBe(until);
  });

  test('an alert leaves at any time, unless the policy keeps it back too', () => {
    expect(waitOf(NIGHT, '2026-03-17T23:00:00Z', 'alert')).toBeUndefined();
    expect(waitOf({ ...NIGHT, urgentAnyTime: false }, '2026-03-17T23:00:00Z', 'alert')).toEqual({
      until: '2026-03-18T06:00:00.000Z',
      because: '20:00 to 07:00 are quiet hours',
    });
  });
});
