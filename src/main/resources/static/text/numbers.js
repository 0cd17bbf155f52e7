// Counts and durations in words.

const COUNT = new Intl.NumberFormat('en');

/** "1 article", "26,297 articles". */
export function counted(count, singular, plural = `${singular}s`) {
  return `${COUNT.format(count)} ${count === 1 ? singular : plural}`;
}

export const number = (value) => COUNT.format(value);

/** "84 ms", "1.2 s". */
export function duration(milliseconds) {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
