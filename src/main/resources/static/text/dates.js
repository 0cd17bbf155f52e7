// Dates as people read them. A date is an ISO day ("2023-03-01") or null when the article carries none.

const DAY_MS = 86_400_000;
const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const STEPS = [
  ['day', 1, 14],
  ['week', 7, 60],
  ['month', 30.44, 730],
  ['year', 365.25, Infinity],
];

/** "1 March 2023", or null for a value that is no date. */
export const longDate = (day) => formatted(LONG, day);

/** "1 Mar 2023". */
export const shortDate = (day) => formatted(SHORT, day);

/** "Wednesday, 1 March 2023". */
export const fullDate = (day) => formatted(WEEKDAY, day);

/** "today", "yesterday", "3 days ago", "2 years ago", "in 3 days"; null for a value that is no date. */
export function relativeDate(day, today = localDay()) {
  const date = parse(day);
  if (date === null) return null;
  const days = Math.round((date - parse(today)) / DAY_MS);
  const [unit, length] = STEPS.find(([, , limit]) => Math.abs(days) < limit);
  return RELATIVE.format(Math.trunc(days / length), unit);
}

/** The calendar day of an instant where the reader sits, as an ISO day. */
export function localDay(instant = new Date()) {
  const date = new Date(instant);
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function formatted(format, day) {
  const date = parse(day);
  return date === null ? null : format.format(date);
}

function parse(day) {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(day ?? '');
  return match ? Date.UTC(match[1], match[2] - 1, match[3]) : null;
}
