import { describe, expect, test } from 'vitest';
import { queueSettings } from '../../../../local/host/queues/queue-settings.ts';
import { settingsOf } from '../../../../local/host/settings.ts';
import { parseTimeSpan } from '../../../../local/host/time-span.ts';

const none = settingsOf({});
const PREFIX = 'AzureFunctionsJobHost__extensions__queues__';

describe('queueSettings', () => {
  test('are the documented ones where host.json says nothing', () => {
    expect(queueSettings({}, none)).toEqual({
      batchSize: 16,
      newBatchThreshold: 8,
      maxDequeueCount: 5,
      retryAfterSeconds: 0,
      maxPollingMs: 2_000,
      messageEncoding: 'base64',
    });
  });

  test('take half of batchSize for the threshold unless one is given', () => {
    expect(queueSettings({ batchSize: 9 }, none).newBatchThreshold).toBe(4);
    expect(queueSettings({ batchSize: 9, newBatchThreshold: 0 }, none).newBatchThreshold).toBe(0);
  });

  test.each([
    { name: 'batchSize', value: '4', read: { batchSize: 4 } },
    { name: 'newBatchThreshold', value: '1', read: { newBatchThreshold: 1 } },
    { name: 'maxDequeueCount', value: '2', read: { maxDequeueCount: 2 } },
    { name: 'visibilityTimeout', value: '00:01:30', read: { retryAfterSeconds: 90 } },
    { name: 'visibilityTimeout', value: '00:00:00.100', read: { retryAfterSeconds: 0 } },
    { name: 'maxPollingInterval', value: '00:00:00.500', read: { maxPollingMs: 500 } },
    { name: 'maxPollingInterval', value: '00:01:00', read: { maxPollingMs: 2_000 } },
    { name: 'messageEncoding', value: 'none', read: { messageEncoding: 'none' } },
  ])('$name may come from the environment as $value', ({ name, value, read }) => {
    const setting = settingsOf({ [`${PREFIX}${name}`.toUpperCase()]: value });

    expect(queueSettings({ batchSize: 16, visibilityTimeout: '00:00:05' }, setting)).toMatchObject(
      read,
    );
  });

  test.each([
    { hostJson: { batchSize: 33 }, because: 'the service gives 32 at most' },
    { hostJson: { maxDequeueCount: 0 }, because: 'a message is tried once at least' },
    { hostJson: { visibilityTimeout: '5 s' }, because: 'that is no time span' },
    { hostJson: { maxPollingInterval: '00:00:00.050' }, because: '100 ms is the least' },
    { hostJson: { messageEncoding: 'hex' }, because: 'there are two encodings' },
  ])('refuse $hostJson: $because', ({ hostJson }) => {
    expect(() => queueSettings(hostJson, none)).toThrow(
      'Cannot use extensions.queues of host.json:',
    );
  });
});

test.each([
  { text: '00:00:00.100', ms: 100 },
  { text: '00:00:05', ms: 5_000 },
  { text: '01:30', ms: 5_400_000 },
  { text: '1.02:00:00', ms: 93_600_000 },
  { text: '00:60:00', ms: undefined },
  { text: '24:00:00', ms: undefined },
  { text: '5', ms: undefined },
  { text: '', ms: undefined },
])('the time span "$text" is $ms ms', ({ text, ms }) => {
  expect(parseTimeSpan(text)).toBe(ms);
});
