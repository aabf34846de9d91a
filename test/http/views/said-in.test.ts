import { expect, test } from 'vitest';
import { saidIn } from '../../../shared/http/views/said-in.ts';

const because = 'nothing is overdue';
const reason = [{ key: 'nothing-overdue' }] as const;

test('a reason is said in the language asked for', () => {
  expect(saidIn({ because, reason: [...reason] }, 'nl')).toEqual({
    because: 'er is niets achterstallig',
    language: 'nl',
  });
});

test('English is what the night wrote, to the letter', () => {
  expect(saidIn({ because: 'nothing is late', reason: [...reason] }, 'en')).toEqual({
    because: 'nothing is late',
    language: 'en',
  });
});

test('what a night before reasons were data wrote stays English, and says so', () => {
  expect(saidIn({ because }, 'sv')).toEqual({ because, language: 'en' });
});
