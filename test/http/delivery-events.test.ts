import { describe, expect, test } from 'vitest';
import { deliveryReports, Events, validationCode } from '../../shared/http/delivery-events.ts';
import { isKey } from '../../shared/http/shared-key.ts';

const NOW = new Date('2026-03-18T10:00:00Z');
const ID = '520f2fe3-2750-5099-91fe-031126184686';

const data = (status: string) => ({
  sender: 'billing@kestrel.example',
  recipient: 'ap@contoso.example',
  messageId: ID.toUpperCase(),
  status,
  deliveryStatusDetails: { statusMessage: 'no such mailbox' },
  deliveryAttemptTimeStamp: '2026-03-18T09:00:00.2855749+00:00',
});
const TYPE = 'Microsoft.Communication.EmailDeliveryReportReceived';
const gridEvent = (status: string) => ({
  id: 'e1',
  subject: `sender/x/message/${ID}`,
  eventType: TYPE,
  eventTime: '2026-03-18T09:00:01.822Z',
  data: data(status),
});

const reports = (body: unknown) => deliveryReports(Events.parse(body), NOW);

describe('what Event Grid says', () => {
  test.each([
    { status: 'Delivered', outcome: 'delivered' },
    { status: 'Bounced', outcome: 'bounced' },
    { status: 'Suppressed', outcome: 'suppressed' },
    { status: 'Failed', outcome: 'failed' },
    { status: 'FilteredSpam', outcome: 'failed' },
    { status: 'Quarantined', outcome: 'failed' },
  ])('$status is $outcome to us, in both of its schemas', ({ status, outcome }) => {
    const cloudEvent = {
      specversion: '1.0',
      id: 'e1',
      type: TYPE,
      time: '2026-03-18T09:00:01.822Z',
      data: data(status),
    };
    const report = {
      operationId: ID,
      recipient: 'ap@contoso.example',
      outcome,
      because: `the mail service reports ${status}: no such mailbox`,
      at: new Date('2026-03-18T09:00:01.822Z'),
    };

    expect(reports([gridEvent(status)])).toEqual([report]);
    expect(reports(cloudEvent)).toEqual([report]);
  });

  test.each([
    { body: [gridEvent('Expanded')], because: 'a list was expanded: its members report too' },
    { body: [gridEvent('NewInACloudNearYou')], because: 'nobody knows that status' },
    {
      body: [{ ...gridEvent('Delivered'), eventType: 'Microsoft.Storage.BlobCreated' }],
      because: 'that is about something else',
    },
    { body: [{ ...gridEvent('Delivered'), data: { messageId: 7 } }], because: 'it is broken' },
    { body: [gridEvent('constructor')], because: 'that is a word of JavaScript alone' },
    { body: [], because: 'there is none' },
  ])('is passed over where $because', ({ body }) => {
    expect(reports(body)).toEqual([]);
  });

  test('beside an event that cannot be read is heard all the same', () => {
    const broken = [
      { ...gridEvent('Bounced'), eventType: 7 },
      null,
      'text',
      [gridEvent('Bounced')],
    ];

    expect(reports([...broken, gridEvent('Delivered')])).toMatchObject([{ outcome: 'delivered' }]);
  });

  test('asks for its validation code back before it sends anything', () => {
    const asked = {
      id: 'e2',
      eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
      data: { validationCode: '512d38b6-c7b8-40c8-89fe-f46f9e9622b6', validationUrl: 'https://…' },
    };

    expect(validationCode(Events.parse([asked]))).toBe('512d38b6-c7b8-40c8-89fe-f46f9e9622b6');
    expect(validationCode(Events.parse([gridEvent('Delivered')]))).toBeUndefined();
  });
});

describe('the shared key', () => {
  test.each([
    { sent: 'a-long-enough-key', key: 'a-long-enough-key', opens: true },
    { sent: 'another-key', key: 'a-long-enough-key', opens: false },
    { sent: null, key: 'a-long-enough-key', opens: false },
    { sent: '', key: '', opens: false },
    { sent: undefined, key: undefined, opens: false },
    { sent: '', key: undefined, opens: false },
  ])('"$sent" against "$key" opens: $opens', ({ sent, key, opens }) => {
    expect(isKey(sent, key)).toBe(opens);
  });
});
