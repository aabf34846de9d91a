const TIME_SPAN = /^(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,7})?)?$/;

/** Milliseconds of a .NET TimeSpan such as `00:00:00.100` or `1.12:00:00`; undefined if it is none. */
export function parseTimeSpan(text: string): number | undefined {
  const [match, days = 0, hours = 0, minutes = 0, seconds = 0, fraction = 0] =
    TIME_SPAN.exec(text) ?? [];
  if (match === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59)
    return undefined;
  const wholeSeconds = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60;
  return Math.round((wholeSeconds + Number(seconds) + Number(fraction)) * 1000);
}
