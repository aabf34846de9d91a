import { readAgingCsv } from '../session/api.ts';
import { icon } from '../shell/icons.ts';
import { tell } from '../shell/messages.ts';
import { reasonOf } from '../shell/states.ts';
import { html, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';
import { download } from './download.ts';

/** Every customer's aging of the last night, for a spreadsheet. */
export const exportAgingButton = (): TemplateResult => html`
  <button type="button" class="button" @click=${exportAging}>
    ${icon('download')}${words().common.exportAging}
  </button>`;

async function exportAging(): Promise<void> {
  try {
    download(await readAgingCsv(), 'aging.csv');
    tell(words().common.exported);
  } catch (error) {
    tell(reasonOf(error), 'bad');
  }
}
