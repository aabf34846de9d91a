import { expect, test } from 'vitest';
import { emailId } from '../../shared/decisions/email/email-id.ts';
import type {
  SendPace,
  WaitingEmail,
  WaitingEmails,
} from '../../shared/run/email/dispatch-ports.ts';
import { StaleError } from '../../shared/run/errors.ts';
import { SendEmail } from '../../shared/run/messages.ts';
import { present } from './run-builders.ts';

const NOW = new Date('2026-03-17T02:00:00Z');
const LATER = new Date('2026-03-17T02:05:00Z');

const waitingEmail = (name: string, urgency = 2): WaitingEmail => ({
  message: SendEmail.parse({
    runId: '2026-03-17.20260317T020000Z',
    emailId: emailId('letter', [name]),
    customerId: 'c/1 #?',
  }),
  urgency,
  tries: 0,
});

export function keepsALine(make: () => WaitingEmails | Promise<WaitingEmails>): void {
  test('the most urgent is taken first, whoever came first', async () => {
    const line = await make();
    for (const urgency of [4, 2, 3, 1]) await line.add(waitingEmail(`${urgency}`, urgency));

    const taken = [];
    for (let each = await line.take(NOW, LATER); each; each = await line.take(NOW, LATER))
      taken.push(each.urgency);

    expect(taken).toEqual([1, 2, 3, 4]);
  });

  test('one that came twice stands in line once', async () => {
    const line = await make();
    await line.add(waitingEmail('a'));
    await line.add(waitingEmail('a'));

    expect(await line.take(NOW, LATER)).toMatchObject(waitingEmail('a'));
    expect(await line.take(NOW, LATER)).toBeUndefined();
  });

  test('one that was taken is seen again when its taker has died', async () => {
    const line = await make();
    await line.add(waitingEmail('a'));
    await line.take(NOW, LATER);

    expect(await line.nextAt(NOW)).toEqual(LATER);
    expect(await line.take(LATER, new Date('2026-03-17T02:10:00Z'))).toMatchObject(
      waitingEmail('a'),
    );
  });

  test('one that is put back keeps its place, and what was noted of it', async () => {
    const line = await make();
    await line.add(waitingEmail('a', 1));
    await line.add(waitingEmail('b', 2));
    const first = present(await line.take(NOW, LATER));

    await line.putBack({ ...first, tries: 3 }, NOW);

    expect(await line.take(NOW, LATER)).toMatchObject({ urgency: 1, tries: 3 });
  });

  test('one that is removed is gone, removed once or twice', async () => {
    const line = await make();
    await line.add(waitingEmail('a'));
    const taken = present(await line.take(NOW, LATER));
    await line.remove(taken);
    await line.remove(taken);
    await line.putBack(taken, NOW);

    expect(await line.take(LATER, LATER)).toBeUndefined();
    expect(await line.nextAt(LATER)).toBeUndefined();
  });

  test('of many who take at the same time, no two take the same', async () => {
    const line = await make();
    for (let index = 0; index < 12; index += 1) await line.add(waitingEmail(`${index}`));

    const takers = Array.from({ length: 6 }, () => line.take(NOW, LATER));
    const taken = (await Promise.all(takers)).flatMap((each) => each?.message.emailId ?? []);

    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.length).toBeGreaterThan(0);
    expect(await line.nextAt(NOW)).toEqual(NOW);
  });
}

const WAKE = '5f0c1c2e-8f1a-4b57-9d0e-3a3f6f0f7b11';

export function keepsAPace(make: () => SendPace | Promise<SendPace>): void {
  test('nothing has left at first, and what left is remembered', async () => {
    const pace = await make();
    const first = await pace.load();
    expect(first.value).toEqual({ sent: [], woken: [] });

    const next = {
      sent: [[1_773_712_800, 3] as [number, number]],
      wake: { id: WAKE, at: LATER.toISOString() },
      woken: [],
    };
    const saved = await pace.save(first, next);

    expect((await pace.load()).value).toEqual(next);
    await pace.save(saved, { sent: [], woken: [WAKE] });
    expect((await pace.load()).value).toEqual({ sent: [], woken: [WAKE] });
  });

  test.each(['first', 'second'])('of two who save at the %s time, one is told', async (which) => {
    const pace = await make();
    if (which === 'second') await pace.save(await pace.load(), { sent: [], woken: [] });
    const stored = await pace.load();
    await pace.save(stored, { sent: [[1, 1]], woken: [] });

    await expect(pace.save(stored, { sent: [[1, 2]], woken: [] })).rejects.toThrow(StaleError);
  });
}
