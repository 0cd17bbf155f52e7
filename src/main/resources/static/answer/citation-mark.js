// A citation number in a template; `markers.js` makes the same element within the prose.

import { html } from '../library.js';
import { articlePath } from '../route.js';

export function citationMark(turn, { number, articleId, start, end, verdict }) {
  return html`<a class="citation" href=${articlePath(articleId, start, end)} data-turn=${turn.id} data-number=${number} data-verdict=${verdict}
    aria-label="Citation ${number}" aria-describedby="citation-popover">${number}</a>`;
}
