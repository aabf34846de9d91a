import { startFakeAcs } from '../../local/acs/fake-acs.ts';
import { acsTransport } from '../../shared/effects/email/acs-transport.ts';
import { urgencyOf } from '../../shared/run/email/urgency.ts';
import { drained, mostWithin } from '../run/email/draining.ts';
import { numbers } from '../run/numbers.ts';
import { atLeast, atMost, inSeconds, type Part, shown } from './figure.ts';

const LIMITS = { perMinute: 30, perHour: 100 };
const MS_PER_HOUR = 3_600_000;

/**
 * A line of e-mails through the real client to the service's stand-in, on a clock that jumps over
 * the waits, with messages doubled and workers killed at any call of any port.
 */
export const drainedEmails: Part = async ({ quick }) => {
  const emails = quick ? 500 : 10_000;
  const acs = await startFakeAcs();
  const startedAt = performance.now();
  const transport = acsTransport(acs, { reportsDelivery: true });
  const wanted = { emails, limits: LIMITS, killedOneIn: 400, random: numbers(7), copies: 2 };
  const { sent, outOfOrder, deaths, statuses, inLine } = await drained({
    ...wanted,
    transportAt: () => transport,
  });
  const took = inSeconds(performance.now() - startedAt);
  await acs.stop();

  const first = new Map(sent.toReversed().map((each) => [each.id, each]));
  const hours = ((sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0)) / MS_PER_HOUR;
  const leastHours = Math.floor((sent.length - 1) / LIMITS.perHour);
  const stepsBack = [...first.values()]
    .toSorted((a, b) => a.at - b.at)
    .filter((each, index, all) => urgencyOf(each) < urgencyOf(all[index - 1] ?? each));
  const note = `${deaths} workers killed, ${sent.length} requests, in ${took}`;
  return [
    atLeast(`e-mails of ${emails} that the service took`, acs.taken.size, emails, { note }),
    atMost('  taken twice', sent.length === 0 ? 1 : acs.taken.size - emails, 0),
    atMost('  left in line, or in another status than accepted', inLine + statuses.size - 1, 0),
    atMost('  sent while one more urgent stood in line', outOfOrder, 0),
    atMost('  most in any minute', mostWithin(60, sent), LIMITS.perMinute),
    atMost('  most in any hour', mostWithin(3600, sent), LIMITS.perHour),
    atMost('  hours it took on its clock', hours, Math.ceil(0.2 + 1.02 * leastHours), {
      note: `${leastHours} at the least`,
    }),
    shown('  steps back to a more urgent one (a killed worker held it)', `${stepsBack.length}`),
  ];
};
