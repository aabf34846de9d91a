import { describe, expect, test, vi } from 'vitest';
import { ProblemError } from '../../page/session/problem.ts';
import { untilAnswered } from '../../page/session/until-answered.ts';

describe('asking until somebody answers', () => {
  test.each([
    { status: 0, silence: 'a connection that dropped' },
    { status: 503, silence: 'an app that is being replaced' },
  ])('outlasts $silence', async ({ status }) => {
    vi.useFakeTimers();
    const answers = [new ProblemError(status, ''), new ProblemError(status, ''), 'here'];
    let silences = 0;
    const ask = async (): Promise<unknown> => {
      const next = answers.shift();
      if (next instanceof Error) throw next;
      return next;
    };

    const answer = untilAnswered(ask, new AbortController().signal, () => {
      silences += 1;
    });
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();

    expect(await answer).toBe('here');
    expect(silences).toBe(2);
  });

  test('a refusal is an answer', async () => {
    const refused = new ProblemError(403, 'no');
    const ask = (): Promise<never> => Promise.reject(refused);

    await expect(untilAnswered(ask, new AbortController().signal, () => undefined)).rejects.toBe(
      refused,
    );
  });
});
