import { describe, expect, test } from 'vitest';
import { answerText } from '../../../shared/sources/http/answer-text.ts';

describe('what an answer says', () => {
  test.each([
    ['<html><head><title>404</title></head><body><h1>Not  Found</h1></body></html>', 'Not Found'],
    ['<p>a</p><script>secret()</script>\n<p>b</p>', 'a b'],
    ['The service is down.', 'The service is down.'],
    ['no: Bearer abc.def eyJhbGciOi.J9.x', 'no: Bearer … …'],
    ['1 < 2', '1 < 2'],
    ['', ''],
  ])('of %j is %j', (text, said) => {
    expect(answerText(text)).toBe(said);
  });

  test('is no longer than a person reads', () => {
    expect(answerText('long '.repeat(1_000))).toHaveLength(300);
  });
});
