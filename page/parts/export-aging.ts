import { readAgingCsv } from '../session/api.ts';
import { icon } from '../shell/icons.ts';
import { tell } from '../shell/messages.ts';
import { reasonOf } from '../shell/states.ts';
import { html, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';
import { download } from './download.ts';

/** Without this mark Excel takes the letters of a name for those of another alphabet. */
const UTF_8 = '\ufeff';

/** Every customer's aging of the last night, for a spreadsheet. */
export const exportAgingButton = (): TemplateResult => html`
  <button type="button" class="button" @click=${exportAging}>
    ${icon('download')}${words().common.exportAging}
  </button>`;

async function exportAging(): Promise<void> {
  try {
    const { csv, name } = await readAgingCsv();
    download(new Blob([UTF_8, csv], { type: csv.type }), name);
    tell(words().common.exported);
  } catch (error) {
    tell(reasonOf(error), 'bad');
  }
}
