import type { Replayed } from '../replayed.ts';
import { debtorsSection } from './debtors-section.ts';
import { differencesSection } from './differences-section.ts';
import { html } from './html.ts';
import { metricsSection } from './metrics-section.ts';
import { overview, titleOf } from './overview.ts';
import { owedSection } from './owed-section.ts';
import { page } from './page.ts';
import { policiesSection } from './policies-section.ts';
import { rowsSection } from './rows-section.ts';
import { saidSection } from './said-section.ts';
import { stagesSection } from './stages-section.ts';

/** The replay as one HTML page. The same replay is the same page, to the byte. */
export const reportPage = (replayed: Replayed): string =>
  page(`${titleOf(replayed)} · Duewatch`, [
    overview(replayed),
    html`<main>`,
    saidSection(replayed),
    differencesSection(replayed),
    stagesSection(replayed),
    owedSection(replayed),
    debtorsSection(replayed),
    metricsSection(replayed),
    policiesSection(replayed),
    rowsSection(replayed),
    html`</main>`,
    html`<footer><p>A replay by Duewatch: nothing was sent or stored. It begins as if nobody had ever been written to.</p></footer>`,
  ]);
