/** A series in one sentence: where it begins and ends, and when it is highest. */
export function seriesWords(
  name: string,
  labels: readonly string[],
  values: readonly number[],
  text: (value: number) => string,
): string {
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const highest = values.reduce((most, each) => Math.max(most, each), first);
  const when = labels[values.indexOf(highest)] ?? '';
  return `${name}: ${text(first)} on ${labels[0]}, ${text(last)} on ${labels.at(-1)}, at most ${text(highest)} on ${when}.`;
}
