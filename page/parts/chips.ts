import { html, nothing, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';
import { wordFor } from './name-of.ts';

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'calm';

export const chip = (text: string, tone: Tone = 'calm'): TemplateResult =>
  html`<span class="chip ${tone}">${text}</span>`;

/** The longer past due, the louder. */
export function stageChip(stage: string | null, daysPastDue: number): TemplateResult {
  if (stage === null) return html`<span class="muted">${words().common.nothing}</span>`;
  return chip(stageName(stage), toneOf(daysPastDue));
}

function toneOf(daysPastDue: number): Tone {
  if (daysPastDue > 20) return 'bad';
  return daysPastDue > 0 ? 'warn' : 'calm';
}

const STATUS_TONES: Readonly<Record<string, Tone>> = {
  pulling: 'accent',
  evaluating: 'accent',
  completed: 'good',
  'completed-with-failures': 'warn',
  failed: 'bad',
  done: 'good',
  queued: 'accent',
  sending: 'accent',
  accepted: 'good',
  delivered: 'good',
  bounced: 'bad',
  suppressed: 'warn',
  preview: 'accent',
};

export const statusChip = (status: string): TemplateResult =>
  chip(wordFor(words().statuses, status), STATUS_TONES[status]);

export const emailStatusChip = (status: string): TemplateResult =>
  chip(wordFor(words().emailStatuses, status), STATUS_TONES[status]);

const FLAG_TONES: Readonly<Record<string, Tone>> = {
  'over-budget': 'warn',
  'over-credit-limit': 'bad',
  anomaly: 'bad',
  failed: 'bad',
  unowned: 'warn',
  'without-tenant': 'warn',
};

/** `overdue` is said by its amount already. */
export function flagChips(flags: readonly string[]): TemplateResult | typeof nothing {
  const shown = flags.filter((flag) => flag !== 'overdue');
  if (shown.length === 0) return nothing;
  return html`<span class="chips">
    ${shown.map((flag) => chip(wordFor(words().flags, flag), FLAG_TONES[flag]))}
  </span>`;
}

/** A stage that changed, from what to what. */
export const stageChange = (from: string | null, to: string | null): string =>
  `${stageName(from)} → ${stageName(to)}`;

export const stageName = (stage: string | null): string =>
  stage === null ? words().stages.none : wordFor(words().stageNames, stage);
