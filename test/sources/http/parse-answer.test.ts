import { describe, expect, test } from 'vitest';
import { UnavailableError } from '../../../shared/run/errors.ts';
import { parseAnswer } from '../../../shared/sources/http/parse-answer.ts';

const failed = (text: string): unknown => {
  try {
    return parseAnswer('read the things', text);
  } catch (error) {
    return error;
  }
};

describe('an answer that should be JSON', () => {
  test('is read behind a byte order mark', () => {
    expect(parseAnswer('read the things', '\uFEFF{"a":1.10}')).toEqual({ a: '1.10' });
  });

  test('and is a page of a proxy is told as such, to be tried again', () => {
    const error = failed('<html><body>Welcome to the proxy, please sign in</body></html>');

    expect(error).toBeInstanceOf(UnavailableError);
    expect(String(error)).toContain('a web page (Welcome to the proxy, please sign in)');
    expect(String(error)).toContain('see that no proxy stands in between');
  });

  test('and is half of one is not shown, nor kept as a cause', () => {
    const error = failed('{"access_token":"canary-1234');

    expect(String(error)).toContain('the answer is no JSON: try again later');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('canary');
  });
});
