import { describe, expect, test } from 'vitest';
import { compared } from '../../../local/simulate/differences.ts';
import type { Heard } from '../../../local/simulate/heard.ts';
import { differenceWords } from '../../../local/simulate/summary/difference-words.ts';
import { day } from '../../builders.ts';

type Said = Partial<Omit<Heard, 'on' | 'lapse'>> & { readonly lapse?: Heard['lapse'] };

/** A reminder to the customer within a lapse of March; name only what the test is about. */
const said = (on: string, over: Said = {}): Heard => ({
  on: day(on),
  kind: 'dunning',
  currency: 'EUR',
  stage: 'reminder',
  tell: ['customer'],
  letter: 'reminder',
  lapse: { from: '2026-03-01', until: '2026-03-31' },
  ...over,
});

describe('compared', () => {
  test.each([
    {
      a: [said('2026-03-04')],
      b: [said('2026-03-04')],
      words: [],
      because: 'the same day and stage is no difference',
    },
    {
      a: [said('2026-03-04')],
      b: [said('2026-03-05')],
      words: ['1 day later'],
      because: 'B says it later within the same lapse',
    },
    {
      a: [said('2026-03-04')],
      b: [said('2026-03-01')],
      words: ['3 days sooner'],
      because: 'B says it sooner',
    },
    {
      a: [said('2026-03-04')],
      b: [said('2026-05-04', { lapse: { from: '2026-05-01', until: '2026-05-09' } })],
      words: ['only A', 'only B'],
      because: 'another lapse is another matter',
    },
    {
      a: [said('2026-03-04', { lapse: { from: '2026-03-02', until: '2026-03-05' } })],
      b: [said('2026-03-07', { lapse: { from: '2026-03-05', until: '2026-03-09' } })],
      words: ['3 days later'],
      because: 'lapses that share their edge are one',
    },
    {
      a: [said('2026-03-04')],
      b: [said('2026-03-04', { stage: 'final-notice' })],
      words: ['other stage'],
      because: 'B is further up on that day',
    },
    {
      a: [said('2026-03-04')],
      b: [said('2026-03-04', { tell: ['account-manager'] })],
      words: ['told to others'],
      because: 'somebody else hears of it',
    },
    {
      a: [said('2026-03-04')],
      b: [said('2026-03-04', { letter: 'final-notice' })],
      words: ['told to others'],
      because: 'the letter is another one',
    },
    {
      a: [said('2026-03-04', { tell: ['customer', 'account-manager'] })],
      b: [said('2026-03-04', { tell: ['account-manager', 'customer'] })],
      words: [],
      because: 'nobody is told first',
    },
    {
      a: [said('2026-03-04')],
      b: [said('2026-03-04', { currency: 'USD' })],
      words: ['only A', 'only B'],
      because: 'another currency is another account',
    },
    {
      a: [said('2026-03-04')],
      b: [said('2026-03-04', { kind: 'budget' })],
      words: ['only A', 'only B'],
      because: 'a budget is no dunning',
    },
    {
      a: [said('2026-03-10')],
      b: [said('2026-03-01'), said('2026-03-11')],
      words: ['only B', '1 day later'],
      because: 'the closest is its counterpart, and differences come by day',
    },
    {
      a: [said('2026-03-04'), said('2026-03-06', { stage: 'final-notice' })],
      b: [said('2026-03-06')],
      words: ['2 days later', 'only A'],
      because: 'the same stage on another day goes before another stage on the same day',
    },
  ])('$words: $because', ({ a, b, words }) => {
    const { same, differences } = compared(a, b);

    expect(differences.map(differenceWords)).toEqual(words);
    expect(same).toHaveLength(words.length === 0 ? 1 : 0);
  });
});
