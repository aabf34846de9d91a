import { isAboveZero, money, shareOf } from '../format/money.ts';
import { html, nothing, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';

export type Bucket = { readonly bucket: string; readonly amount: string };

/** Buckets as lengths of one bar, with what each holds below: the numbers say it, the bar shows it. */
export function agingBar(
  buckets: readonly Bucket[],
  currency: string,
  unapplied: string,
): TemplateResult {
  if (!buckets.some(({ amount }) => isAboveZero(amount)))
    return html`<p class="muted">${words().aging.nothing}</p>`;
  return html`<div class="aging">
    ${bar(buckets, 'aging-bar')}
    <dl>
      ${buckets.map(
        ({ bucket, amount }, index) => html`<div>
          <dt><i class="age-${tone(index, buckets.length)}"></i>${bucketName(bucket)}</dt>
          <dd>${money(amount, currency)}</dd>
        </div>`,
      )}
      ${
        isAboveZero(unapplied)
          ? html`<div>
              <dt>${words().money.unapplied}</dt>
              <dd>${money(`-${unapplied}`, currency)}</dd>
            </div>`
          : nothing
      }
    </dl>
  </div>`;
}

/** The bar alone, beside numbers that are there already. */
export const slimAgingBar = (aging: Readonly<Record<string, string>>): TemplateResult =>
  bar(
    Object.entries(aging).map(([bucket, amount]) => ({ bucket, amount })),
    'aging-bar slim',
  );

function bar(buckets: readonly Bucket[], classes: string): TemplateResult {
  const whole = buckets.reduce((sum, { amount }) => sum + Math.max(0, Number(amount)), 0);
  return html`<div class=${classes} aria-hidden="true">
    ${buckets.map(({ amount }, index) =>
      isAboveZero(amount)
        ? html`<i
            class="age-${tone(index, buckets.length)}"
            .style=${`--share: ${shareOf(amount, String(whole))}`}
          ></i>`
        : nothing,
    )}
  </div>`;
}

/** Five colours from not due to oldest, however many buckets the policy cuts. */
const tone = (index: number, count: number): number =>
  count <= 1 ? 0 : Math.round((index / (count - 1)) * 4);

/** `current`, `1-30` and `over-90` are the policy's names for spans of days. */
export function bucketName(bucket: string): string {
  const { aging } = words();
  if (bucket === 'current') return aging.current;
  const [, over] = /^over-(\d+)$/.exec(bucket) ?? [];
  return over === undefined ? aging.days(bucket.replace('-', '–')) : aging.over(over);
}
