import { stageName } from '../../parts/chips.ts';
import { wordFor } from '../../parts/name-of.ts';
import { table } from '../../parts/table.ts';
import type { Policy } from '../../session/api.ts';
import { html, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

type Rung = {
  readonly name: string;
  readonly afterDays: number;
  readonly since: string;
  readonly tell: readonly string[];
  readonly letter: string | undefined;
};

/** The ladders of a policy as one reads them. What else is in a policy is in its text below. */
export const laddersOf = ({ dunning }: Policy['policy']): readonly TemplateResult[] =>
  entriesOf(dunning).map(([name, ladder]) => ladderCard(name, rungsOf(ladder)));

const ladderCard = (name: string, rungs: readonly Rung[]): TemplateResult => {
  const { policy, audiences, common } = words();
  return html`<section class="card">
    <header><h2>${policy.ladderOf(name)}</h2></header>
    ${table<Rung>({
      name: policy.ladderOf(name),
      rows: rungs,
      columns: [
        { title: policy.stage, cell: (rung) => stageName(rung.name) },
        {
          title: policy.after,
          cell: ({ afterDays, since }) =>
            since === 'previous-stage'
              ? policy.afterPrevious(afterDays)
              : policy.afterDays(afterDays),
        },
        {
          title: policy.tells,
          cell: ({ tell }) => tell.map((each) => wordFor(audiences, each)).join(', '),
        },
        {
          title: policy.letter,
          isWide: true,
          cell: ({ letter, tell }) =>
            letter === undefined || !tell.includes('customer') ? common.nothing : stageName(letter),
        },
      ],
    })}
  </section>`;
};

const rungsOf = (ladder: unknown): readonly Rung[] => {
  const stages = fieldOf(ladder, 'stages');
  return Array.isArray(stages) ? stages.map(rungOf) : [];
};

function rungOf(stage: unknown): Rung {
  const tell = fieldOf(stage, 'tell');
  const letter = fieldOf(stage, 'letter');
  return {
    name: String(fieldOf(stage, 'name')),
    afterDays: Number(fieldOf(stage, 'afterDays')),
    since: String(fieldOf(stage, 'since')),
    tell: Array.isArray(tell) ? tell.map(String) : [],
    letter: typeof letter === 'string' ? letter : undefined,
  };
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const fieldOf = (value: unknown, name: string): unknown =>
  entriesOf(value).find(([key]) => key === name)?.[1];
