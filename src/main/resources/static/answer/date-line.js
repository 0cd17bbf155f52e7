// A date, absolute beside relative; an article without one says so.

import { html } from '../library.js';
import { fullDate, longDate, relativeDate, shortDate } from '../text/dates.js';

export function dateLine(day, length = 'long') {
  const absolute = length === 'short' ? shortDate(day) : longDate(day);
  if (!absolute) return html`<span class="date" title="The article carries no date">Undated</span>`;
  return html`<time class="date" datetime=${day} title=${fullDate(day)}>${absolute}, <span class="faint">${relativeDate(day)}</span></time>`;
}
