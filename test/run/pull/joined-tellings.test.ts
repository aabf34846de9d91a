import { describe, expect, test } from 'vitest';
import { present } from '../../contracts/run-builders.ts';
import { POLICY } from '../portfolio.ts';
import { runNight } from '../run-night.ts';
import { entry, type JoinedNight, joinedNight, portalOn, reportOf } from './joined-world.ts';

const CLEO = { name: 'Cleo Marchand', email: 'cleo@reseller.example' };

type Outcome = Awaited<ReturnType<typeof runNight>>;

const textTo = ({ delivered }: Outcome, address: string): string =>
  delivered
    .map(([, email]) => email)
    .filter(({ to }) => JSON.stringify(to).includes(address))
    .map((email) => JSON.stringify(email))
    .join('\n');

const summaryOf = ({ delivered }: Outcome): string =>
  JSON.stringify(delivered.find(([, { kind }]) => kind === 'summary'));

describe('who answers for a customer without an account manager', () => {
  test('is the fallback that the policy names, in the list and in the mail', async () => {
    const night = joinedNight();
    const reseller = { ...POLICY.reseller, fallbackAccountManager: CLEO };
    night.policyText = JSON.stringify({ ...POLICY, reseller });

    const outcome = await runNight(night);

    expect(textTo(outcome, CLEO.email)).toContain('BY-ID');
    const { desk } = night.needs;
    const runId = present(await desk.nightOn(undefined));
    const [rows = []] = await desk.chunks(runId, 'name', 0, 1);
    expect(rows.map(({ accountManager }) => accountManager)).toEqual(rows.map(() => CLEO.name));
  });

  test('is the operator where the policy names nobody', async () => {
    const night = joinedNight();

    const outcome = await runNight(night);

    expect(textTo(outcome, CLEO.email)).toBe('');
    expect(textTo(outcome, present(POLICY.reseller.operatorEmail))).toContain('BY-ID');
  });

  test('is whoever was entered in the directory, fallback or not', async () => {
    const night = joinedNight();
    const reseller = { ...POLICY.reseller, fallbackAccountManager: CLEO };
    night.policyText = JSON.stringify({ ...POLICY, reseller });
    const dora = { name: 'Dora', email: 'dora@reseller.example' };
    await night.needs.directory.save(undefined, { ...entry('by-id'), accountManager: dora });

    const outcome = await runNight(night);

    expect(textTo(outcome, dora.email)).toContain('BY-ID');
    expect(textTo(outcome, CLEO.email)).not.toContain('BY-ID');
  });
});

const ofPortal = async (night: JoinedNight): Promise<string[]> =>
  (await reportOf(night)).findings
    .filter(({ source }) => source === 'partner-center')
    .map(({ text }) => text);

describe('a month to date that stands still', () => {
  test('is told as spend that is not known, in the report and to the operator', async () => {
    const night = joinedNight();
    night.portal.customers = portalOn('2026-03-14', 8_500);

    const outcome = await runNight(night);

    const text =
      '3 customers have a month to date that was last reckoned more than two days ago: what they spent since is not known';
    const { findings, run } = await reportOf(night);
    expect(findings).toContainEqual({ source: 'partner-center', text });
    expect(summaryOf(outcome)).toContain(`partner-center: ${text}`);
    expect(run.status).toBe('completed');
  });

  test('of one of many is told of that one', async () => {
    const night = joinedNight();
    night.portal.customers = [
      ...portalOn('2026-03-16', 8_500).slice(0, 2),
      ...portalOn('2026-03-01', 8_500).slice(2),
    ];

    await runNight(night);

    expect(await ofPortal(night)).toEqual([
      '1 customer has a month to date that was last reckoned more than two days ago: what they spent since is not known',
    ]);
  });

  test.each([
    ['for two days is what portals are like', '2026-03-15', 8_500],
    ['at nothing is of who uses nothing', '2026-03-01', 0],
  ])('%s, and is not told', async (_, on, cents) => {
    const night = joinedNight();
    night.portal.customers = portalOn(on, cents);

    await runNight(night);

    expect(await ofPortal(night)).toEqual([]);
  });
});
