import { describe, expect, test } from 'vitest';
import { connectionString, resolveSettings, settingsOf } from '../../../local/host/settings.ts';

const setting = settingsOf({ AzureWebJobsStorage: 'one', Other: 'two', QUEUE: 'work' });

describe('a connection', () => {
  test.each([
    { connection: 'AzureWebJobsStorage', text: 'one' },
    { connection: 'Storage', text: 'one' },
    { connection: 'other', text: 'two' },
  ])('$connection is $text', ({ connection, text }) => {
    expect(connectionString(connection, setting)).toBe(text);
  });

  test('that is not set is named', () => {
    expect(() => connectionString('Missing', setting)).toThrow(
      'Cannot connect to "Missing" because that setting is not set',
    );
  });
});

test('every %NAME% becomes its setting', () => {
  expect(resolveSettings('%QUEUE%-and-%other%', setting)).toBe('work-and-two');
});

test('a text without a setting stays', () => {
  expect(resolveSettings('0 0 2 * * *', setting)).toBe('0 0 2 * * *');
});
