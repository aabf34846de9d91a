import type { z } from 'zod';
import type { Language } from '../../languages/language.ts';
import { deskDay } from '../../run/desk/desk-day.ts';
import type { Portfolio } from '../../run/desk/portfolio.ts';
import { type ReadNightNeeds, shownNight, sourcesOf } from '../../run/desk/shown-night.ts';
import type { PortfolioAnswer } from '../shapes/portfolio.ts';
import { runRow, saidOfRun } from './run-row.ts';
import { rowSaidIn } from './said-in.ts';
import { ageSaidIn, sourceAge } from './source-age.ts';

const NOTHING_YET = {
  totals: [],
  ladder: [],
  topExposure: [],
  movements: [],
  moved: 0,
  attention: [],
  asked: 0,
  ending: [],
  noticeCounts: {},
} satisfies Portfolio;

/** Four round trips, whatever the portfolio. */
export async function portfolioAnswer(
  language: Language,
  needs: ReadNightNeeds & { readonly clock: () => Date },
): Promise<z.input<typeof PortfolioAnswer>> {
  const now = needs.clock();
  const night = await shownNight(undefined, needs);
  if (night === undefined)
    return {
      ...NOTHING_YET,
      run: null,
      asOf: null,
      today: deskDay(undefined, now),
      sources: [],
      holdStages: null,
      said: { because: null, holdStages: null },
    };
  const { run, portfolio } = night;
  const sources = await sourcesOf(run.id, needs.runs);
  return {
    ...portfolio,
    movements: portfolio.movements.map((each) => rowSaidIn(each, language)),
    attention: portfolio.attention.map((each) => rowSaidIn(each, language)),
    run: runRow(run),
    asOf: run.asOf,
    today: deskDay(run, now),
    sources: sources.map((source) => ageSaidIn(sourceAge(source, run, now), language)),
    holdStages: run.holdStages ?? null,
    said: saidOfRun(run, language),
  };
}
