import { instant, longDay } from '../../format/days.ts';
import { statusChip } from '../../parts/chips.ts';
import { download } from '../../parts/download.ts';
import {
  type Changes,
  cancelRun,
  listRejects,
  type Rejects,
  type Run,
  readChanges,
  readReport,
  readRun,
} from '../../session/api.ts';
import { isActive } from '../../session/follow-runs.ts';
import { pause } from '../../session/pause.ts';
import { untilAnswered } from '../../session/until-answered.ts';
import { icon } from '../../shell/icons.ts';
import { tell } from '../../shell/messages.ts';
import { addressOf } from '../../shell/route.ts';
import { reasonOf } from '../../shell/states.ts';
import type { Screen, View } from '../../shell/view.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { kindChips } from '../runs/runs.ts';
import { changesCard } from './changes-card.ts';
import { progressCard } from './progress-card.ts';
import { rejectsCard } from './rejects-card.ts';
import { sourcesOfRun } from './sources-of-run.ts';
import { totalsCard } from './totals-card.ts';

const POLL_MS = 1_000;

type Seen = {
  readonly run: Run;
  readonly changes: Changes | undefined;
  readonly rejects: Rejects | undefined;
  /** The app does not answer now, and what is shown is what it said before. */
  readonly isSilent: boolean;
};

/** A run from its start to its end, looked at again every second, and what came of it. */
export const run: View = async (screen, id = '') => {
  let seen: Seen = {
    run: await readRun(id, screen.signal),
    changes: undefined,
    rejects: undefined,
    isSilent: false,
  };
  screen.title(words().run.title(longDay(seen.run.asOf)));
  const draw = (): void => screen.show(page(seen, screen));
  const patiently = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
    untilAnswered(ask, screen.signal, () => {
      seen = { ...seen, isSilent: true };
      draw();
    });
  draw();
  while (isActive(seen.run)) {
    await pause(POLL_MS, screen.signal);
    if (screen.signal.aborted) return;
    const run = await patiently(() => readRun(id, screen.signal));
    seen = { ...seen, run, isSilent: false };
    draw();
  }
  const [changes, rejects] = await patiently(() =>
    Promise.all([readChanges(id, screen.signal), listRejects(id, undefined, screen.signal)]),
  );
  seen = { ...seen, changes, rejects, isSilent: false };
  draw();
};

const page = (
  { run: shown, changes, rejects, isSilent }: Seen,
  screen: Screen,
): TemplateResult => html`
  <div class="view">
    ${head(shown, screen)}
    ${isSilent ? reconnecting() : nothing}
    ${banner(shown.said.because, 'bad')} ${banner(shown.said.holdStages, '')}
    ${progressCard(shown)} ${shown.totals === null ? nothing : totalsCard(shown.totals)}
    ${sourcesOfRun(shown.progress.sources)}
    ${changes === undefined ? nothing : changesCard(changes)}
    ${rejects === undefined ? nothing : rejectsCard(rejects)}
  </div>`;

const reconnecting = (): TemplateResult => html`
  <p class="banner" role="status">${icon('warning')}${words().states.reconnecting}</p>`;

const head = (shown: Run, { can, signal }: Screen): TemplateResult => html`
  <header class="view-head">
    <div>
      <a class="back" href=${addressOf('runs')}>${icon('back')}${words().run.back}</a>
      <h1>${words().run.title(longDay(shown.asOf))}</h1>
      <p class="muted">
        ${instant(shown.startedAt)},
        ${shown.requestedBy === null ? words().runs.timer : words().runs.by(shown.requestedBy)}
      </p>
      <div class="chips">${statusChip(shown.status)} ${kindChips(shown)}</div>
    </div>
    <div class="actions">
      ${isActive(shown) && can.control ? action('close', words().run.cancel, () => cancel(shown)) : nothing}
      ${isActive(shown) ? nothing : action('download', words().run.download, () => save(shown, signal))}
    </div>
  </header>`;

const action = (
  name: 'close' | 'download',
  text: string,
  work: () => Promise<void>,
): TemplateResult => html`
  <button
    type="button"
    class="button"
    @click=${() => work().catch((error: unknown) => tell(reasonOf(error), 'bad'))}
  >
    ${icon(name)}${text}
  </button>`;

async function cancel({ id }: Run): Promise<void> {
  await cancelRun(id);
  tell(words().run.cancelled);
}

async function save({ id }: Run, signal: AbortSignal): Promise<void> {
  download(await readReport(id, signal), `${id}.json`);
}

const banner = (said: Run['said']['because'], tone: string): TemplateResult | typeof nothing =>
  said === null
    ? nothing
    : html`<section class="banner ${tone}" role="note">
        ${icon('warning')}<p lang=${said.language}>${said.because}</p>
      </section>`;
