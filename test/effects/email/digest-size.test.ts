import { describe, expect, test } from 'vitest';
import { emailRenderer } from '../../../shared/effects/email/render-email.ts';
import { largeDigest } from './large-digest.ts';

const renderer = emailRenderer('https://duewatch.kestrel.example');

describe('a digest of many customers', () => {
  test.each([50, 200, 1_000])('of %i is short enough to be shown whole', async (customers) => {
    const { html, attachments } = await renderer.render(largeDigest(customers));

    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(attachments.length).toBeLessThanOrEqual(8);
    expect(attachments.reduce((sum, { content }) => sum + content.length, 0)).toBeLessThan(40_000);
  });

  test('says how many it does not show, and that everybody is counted', async () => {
    const { subject } = largeDigest(1_000);
    const { text } = await renderer.render(largeDigest(1_000));
    const shown = text.match(/^\* /gm)?.length ?? 0;

    expect(subject).toMatch(/^1,000 customers need attention: /);
    expect(shown).toBeGreaterThan(20);
    expect(text).toContain(`and ${1_000 - shown} more`);
  });
});

test('a picture of spend is a PNG of twice the size it is shown at', async () => {
  const { html, attachments } = await renderer.render(largeDigest(2));
  const [chart] = attachments;
  const bytes = Buffer.from(chart?.content ?? []);

  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001A\n');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([560, 88]);
  expect(html).toContain(
    `<img src="cid:${chart?.contentId}" width="280" height="44" alt="Spend per day`,
  );
});
