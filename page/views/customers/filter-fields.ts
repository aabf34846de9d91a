import { stageName } from '../../parts/chips.ts';
import { selectField } from '../../parts/select-field.ts';
import { icon } from '../../shell/icons.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { type Filter, FLAGS } from './filter.ts';

export type Choices = {
  readonly stages: readonly string[];
  readonly currencies: readonly string[];
};

/** Each letter that is typed is no step of its own for the back button. */
type Change = (filter: Filter, how?: 'step' | 'same') => void;

const TYPING_MS = 200;

export const filterFields = (
  filter: Filter,
  choices: Choices,
  change: Change,
): TemplateResult => html`
  <form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
    ${searchField(filter, change)} ${flagField(filter, change)} ${stageField(filter, choices, change)}
    ${choices.currencies.length < 2 ? nothing : currencyField(filter, choices, change)}
  </form>
  ${filter.accountManager === undefined ? nothing : managerChip(filter, filter.accountManager, change)}`;

let typing: ReturnType<typeof setTimeout> | undefined;

const searchField = (filter: Filter, change: Change): TemplateResult => html`
  <label class="field search">
    <span>${words().customers.search}</span>
    <input
      type="search"
      maxlength="200"
      placeholder=${words().customers.searchHint}
      .value=${filter.search ?? ''}
      @input=${({ target }: Event) => {
        clearTimeout(typing);
        const text = target instanceof HTMLInputElement ? target.value.trim() : '';
        typing = setTimeout(() => change(withValue(filter, 'search', text), 'same'), TYPING_MS);
      }}
    >
  </label>`;

const flagField = (filter: Filter, change: Change): TemplateResult =>
  selectField(
    words().customers.flag,
    [
      ['', words().customers.everybody],
      ...FLAGS.map((flag) => [flag, words().flags[flag]] as const),
    ],
    filter.flag ?? '',
    (value) => {
      const { flag: _, ...rest } = filter;
      const flag = FLAGS.find((each) => each === value);
      change(flag === undefined ? rest : { ...rest, flag });
    },
  );

const stageField = (filter: Filter, { stages }: Choices, change: Change): TemplateResult =>
  selectField(
    words().customers.stage,
    [
      ['', words().customers.anyStage],
      ...stages.map((stage) => [stage, stageName(stage)] as const),
      ['none', words().stages.none],
    ],
    filter.stage ?? '',
    (value) => change(withValue(filter, 'stage', value)),
  );

const currencyField = (filter: Filter, { currencies }: Choices, change: Change): TemplateResult =>
  selectField(
    words().common.currency,
    [['', words().customers.anyCurrency], ...currencies.map((each) => [each, each] as const)],
    filter.currency ?? '',
    (value) => change(withValue(filter, 'currency', value)),
  );

const managerChip = (filter: Filter, name: string, change: Change): TemplateResult => html`
  <p>
    <button
      type="button"
      class="chip accent"
      @click=${() => change(withValue(filter, 'accountManager', ''))}
    >
      ${words().customers.managedBy(name)} ${icon('close')}
      <span class="unseen">${words().customers.clear}</span>
    </button>
  </p>`;

/** An empty value takes the filter away. */
function withValue(
  filter: Filter,
  name: 'search' | 'stage' | 'currency' | 'accountManager',
  value: string,
): Filter {
  const { [name]: _, ...rest } = filter;
  return value === '' ? rest : { ...rest, [name]: value };
}
