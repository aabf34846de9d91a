import { HABIT_DAYS, habitOf } from '../../../shared/evaluation/spend/habit.ts';

/** One score per row; the higher, the less usual. */
export type Detector = (values: readonly number[]) => readonly number[];

/** Our rule, with rows for days: how many usual distances a row is from its habit, either way. */
export const ourHabit: Detector = (values) =>
  values.map((value, row) => {
    const habit = habitOf(Float64Array.from(values.slice(Math.max(0, row - HABIT_DAYS), row)));
    if (habit === undefined) return 0;
    const distance = Math.abs(value - habit.level);
    return distance === 0 ? 0 : distance / habit.spread;
  });

const WINDOW_ROWS = 6400;
const LEAST_DEVIATION = 1e-6;

/** NAB's "windowed Gaussian": deviations from the mean of the last 6,400 rows. */
export const rollingZ: Detector = (values) => {
  const centre = values.reduce((sum, each) => sum + each, 0) / values.length;
  let [count, sum, squares] = [0, 0, 0];
  return values.map((value, row) => {
    const mean = count === 0 ? 0 : sum / count;
    const variance = count === 0 ? 0 : Math.max(0, squares / count - mean ** 2);
    const distance = Math.abs(value - centre - mean);
    const score = count === 0 ? 0 : distance / Math.max(Math.sqrt(variance), LEAST_DEVIATION);
    add(value - centre, 1);
    const left = values[row - WINDOW_ROWS];
    if (left !== undefined) add(left - centre, -1);
    return score;
  });

  function add(value: number, sign: 1 | -1): void {
    count += sign;
    sum += sign * value;
    squares += sign * value ** 2;
  }
};

/** Rows at or above the threshold; after one, the next so many rows are the same episode. */
export function alertRows(
  scores: readonly number[],
  threshold: number,
  from: number,
  quietRows: number,
): readonly number[] {
  const rows: number[] = [];
  scores.forEach((score, row) => {
    const last = rows.at(-1);
    if (row < from || score < threshold) return;
    if (last === undefined || row - last > quietRows) rows.push(row);
  });
  return rows;
}
