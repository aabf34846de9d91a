import { count } from '../../format/numbers.ts';
import type { Run } from '../../session/api.ts';
import { html, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

/** How far a run has got; of one that is over, how long it took. */
export const progressCard = (run: Run): TemplateResult => html`
  <section class="card">
    <header><h2>${words().run.progress}</h2></header>
    <div class="progress">
      <progress aria-label=${words().run.progress} max="100" .value=${donePercent(run)}></progress>
      <p class="muted" role="status">${progressText(run)}</p>
    </div>
  </section>`;

/** Reading is the first quarter, evaluating the rest. */
function donePercent({ status, progress }: Run): number {
  if (status !== 'pulling' && status !== 'evaluating') return 100;
  if (status === 'pulling' || progress.customers === null) return 10;
  const done = progress.evaluated + progress.failed;
  return progress.customers === 0 ? 100 : 25 + (done / progress.customers) * 75;
}

function progressText({ status, progress, startedAt, finishedAt }: Run): string {
  const { run } = words();
  const read = progress.sources.reduce((sum, source) => sum + source.customers, 0);
  if (status === 'pulling') return run.reading(read);
  const done = progress.evaluated + progress.failed;
  const evaluated = run.evaluated(count(done), count(progress.customers ?? 0));
  if (finishedAt === null) return evaluated;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return `${evaluated}. ${run.finished(run.seconds(count(Math.round(seconds * 10) / 10)))}.`;
}
