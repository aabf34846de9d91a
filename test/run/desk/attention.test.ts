import { describe, expect, test } from 'vitest';
import { Policy } from '../../../shared/policy/policy.ts';
import { addAttention, newAttentionTally } from '../../../shared/run/desk/attention.ts';
import { aNight, aNotice, anAccount } from '../../decisions/night-builders.ts';

const suspension = aNotice({
  key: 'suspend',
  stage: 'suspension-proposed',
  tell: ['account-manager'],
  actions: ['propose-suspension'],
});
const brokenPromise = aNotice({ key: 'broken', kind: 'promise-broken', tell: ['account-manager'] });
const finalNotice = aNotice({
  key: 'final',
  stage: 'final-notice',
  tell: ['customer', 'credit-controller'],
});

const kindsAfter = (...nights: ReturnType<typeof aNight>[]) => {
  const tally = newAttentionTally();
  for (const night of nights) addAttention(tally, night, Policy.parse({}));
  return { tally, stages: tally.pressing.items().map(({ kind, stage }) => `${kind} ${stage}`) };
};

describe('what of a night asks for a person', () => {
  test('is what the policy tells the credit controller, and what somebody has to decide', () => {
    const { stages, tally } = kindsAfter(
      aNight({ notices: [aNotice(), finalNotice, brokenPromise, suspension] }),
    );

    expect(stages).toEqual([
      'dunning suspension-proposed',
      'promise-broken reminder',
      'dunning final-notice',
    ]);
    expect(tally.asked).toBe(3);
  });

  test('comes by how pressing it is, and then by what is overdue', () => {
    const owing = (name: string, overdue: number, notice: Record<string, unknown>) =>
      aNight({ notices: [notice], accounts: [anAccount({ overdue })] }, { name });
    const { tally } = kindsAfter(
      owing('Large', 9_000_000, finalNotice),
      owing('Small', 100, finalNotice),
      owing('Urgent', 1, aNotice({ isUrgent: true })),
      owing('Larger', 9_000_001, finalNotice),
    );

    expect(tally.pressing.items().map(({ name }) => name)).toEqual([
      'Urgent',
      'Larger',
      'Large',
      'Small',
    ]);
  });

  test('what a stage proposed asks again on every morning until it is decided', () => {
    const proposed = anAccount({ stage: 'suspension-proposed', since: '2026-03-10' });
    const asks = (over: Record<string, unknown>) =>
      kindsAfter(aNight({ accounts: [proposed], notices: [], ...over })).tally.pressing.items();

    expect(asks({})).toMatchObject([
      { stage: 'suspension-proposed', actions: ['propose-suspension'], since: '2026-03-10' },
    ]);
    expect(asks({ inForce: ['dispute', 'fraud-case'] })).toHaveLength(1);
    for (const kind of ['hold', 'promise', 'snooze'] as const)
      expect(asks({ inForce: [kind] }), kind).toEqual([]);
    const [anew, ...more] = asks({ notices: [suspension] });
    expect(anew).not.toHaveProperty('since');
    expect(more).toEqual([]);
  });

  test('what is new comes before what was proposed earlier, however much is overdue there', () => {
    const stands = aNight(
      {
        accounts: [anAccount({ stage: 'suspension-proposed', overdue: 9_000_000 })],
        notices: [],
      },
      { name: 'Stands' },
    );
    const { tally } = kindsAfter(stands, aNight({ notices: [finalNotice] }, { name: 'New' }));

    expect(tally.pressing.items().map(({ name }) => name)).toEqual(['New', 'Stands']);
  });

  test('of 31 customers the 30 most pressing are kept, and all are counted', () => {
    const nights = Array.from({ length: 31 }, (_, index) =>
      aNight({ notices: [finalNotice], accounts: [anAccount({ overdue: index + 1 })] }),
    );
    const { tally } = kindsAfter(...nights);

    expect(tally.pressing.items()).toHaveLength(30);
    expect(tally.pressing.items().at(-1)?.overdue).toBe('0.02');
    expect(tally.asked).toBe(31);
  });

  test('what ends first is the first to be listed', () => {
    const ends = (until: string) => aNight({ endingSoon: [{ kind: 'hold', until }] });
    const { tally } = kindsAfter(ends('2026-03-20'), ends('2026-03-18'), ends('2026-03-24'));

    expect(tally.ending.items().map(({ until }) => until)).toEqual([
      '2026-03-18',
      '2026-03-20',
      '2026-03-24',
    ]);
  });
});
