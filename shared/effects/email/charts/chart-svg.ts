import type { Chart } from '../view/view.ts';

/** Small, as each costs milliseconds to draw and kilobytes to send. */
export const CHART = { width: 280, height: 44 };

/** Mid-tones, to be seen on white and on black. */
const INK = { usual: '#7f9cc0', above: '#d9634f', line: '#8b95a1' };
/** So far above the usual, a day is one to look at. */
const ABOVE = 1.5;

/** A bar per day and a line where a day usually ends. No words: those stand beside it as text. */
export function chartSvg({ amounts, usual }: Chart): string {
  const { width, height } = CHART;
  const most = Math.max(usual, ...amounts, 1);
  const step = width / amounts.length;
  const y = (amount: number): number => height - 1 - (Math.max(0, amount) * (height - 6)) / most;
  const bars = amounts.map((amount, at) => {
    const color = usual > 0 && amount > usual * ABOVE ? INK.above : INK.usual;
    const top = y(amount);
    return `<rect x="${fixed(at * step)}" y="${fixed(top)}" width="${fixed(step - 1.5)}" height="${fixed(height - top)}" fill="${color}"/>`;
  });
  const line = fixed(y(usual));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges">${bars.join('')}<path d="M0 ${line}H${width}" stroke="${INK.line}" stroke-width="1.5" stroke-dasharray="5 4"/></svg>`;
}

const fixed = (value: number): string => value.toFixed(1);
