import { THEME_CHANGED } from '../../shell/theme.ts';
import type uPlot from '../../vendor/uplot.js';
import { daysPlot, monthsPlot, type ShownSpend } from './spend-plots.ts';

/**
 * Two charts on one axis of days: what the month has come to, and what each day cost. It is drawn
 * for the eye alone; the same is beside it as a table.
 */
class SpendChart extends HTMLElement {
  #spend: ShownSpend | undefined;
  #charts: uPlot[] = [];
  #gone = new AbortController();
  readonly #resize = new ResizeObserver(() => this.#fit());

  set spend(spend: ShownSpend) {
    if (JSON.stringify(spend) === JSON.stringify(this.#spend)) return;
    this.#spend = spend;
    if (this.isConnected) void this.#draw();
  }

  connectedCallback(): void {
    this.setAttribute('aria-hidden', 'true');
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const again = (): void => void this.#draw();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again, { signal });
    matchMedia('print').addEventListener('change', again, { signal });
    document.addEventListener(THEME_CHANGED, again, { signal });
    this.#resize.observe(this);
    again();
  }

  disconnectedCallback(): void {
    this.#gone.abort();
    this.#resize.disconnect();
    this.#clear();
  }

  #clear(): void {
    for (const chart of this.#charts) chart.destroy();
    this.#charts = [];
  }

  #fit(): void {
    const width = this.clientWidth;
    for (const chart of this.#charts)
      if (width > 0 && chart.width !== width) chart.setSize({ width, height: chart.height });
  }

  /** The library is loaded by whoever looks at a chart. */
  async #draw(): Promise<void> {
    const spend = this.#spend;
    if (spend === undefined || spend.days.length === 0) return;
    const { default: Plot } = await import('../../vendor/uplot.js');
    if (!this.isConnected || spend !== this.#spend) return;
    this.#clear();
    this.#charts = [monthsPlot, daysPlot].map((plot) => {
      const { options, data } = plot(Plot, spend, this);
      return new Plot(options, data, this);
    });
  }
}

customElements.define('spend-chart', SpendChart);
