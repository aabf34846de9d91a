import { describe, expect, test } from 'vitest';
import { silenceText } from '../../../shared/sources/http/silence-text.ts';

const AT = 'https://api.partnercenter.microsoft.com/v1/customers?size=500';
const FROM = 'no answer from api.partnercenter.microsoft.com';
const caused = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('failed'), { code }) });

describe('why nothing came back', () => {
  test.each([
    [caused('ECONNREFUSED'), `${FROM} (ECONNREFUSED)`],
    [caused('ENOTFOUND'), `${FROM}, a name that nobody knows (ENOTFOUND)`],
    [new DOMException('timed out', 'TimeoutError'), `${FROM} within 60 seconds`],
    [new Error('terminated'), `${FROM} (terminated)`],
    ['what is no error', FROM],
  ])('%s is told with who did not answer', (error, said) => {
    expect(silenceText(error, AT, 60_000)).toBe(said);
  });
});
