/** A canvas knows no custom properties: each colour is asked for as the theme resolves it. */
export type ChartColors = ReturnType<typeof chartColors>;

export function chartColors(within: Element) {
  const probe = document.createElement('span');
  within.append(probe);
  const resolved = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colors = {
    accent: resolved('--accent'),
    soft: resolved('--accent-soft'),
    bad: resolved('--bad'),
    muted: resolved('--muted'),
    line: resolved('--line'),
  };
  probe.remove();
  return colors;
}
