// The row of source cards, first thing to appear.

import { html, nothing, repeat } from '../library.js';
import { articlePath } from '../route.js';
import { dateLine } from './date-line.js';
import { knownPublisher, publisherName } from './publisher-name.js';

const EXPECTED = [1, 2, 3, 4];

export function sourceCards(turn, actions) {
  if (!turn.sources.length) return turn.state === 'running' && !turn.text ? placeholders() : nothing;
  return html`
    <section class="sources" aria-label="Sources">
      <ol class="cards">
        ${repeat(
          turn.sources,
          ({ articleId }) => articleId,
          (source) => card(source, turn, actions),
        )}
      </ol>
    </section>
  `;
}

function card(source, turn, actions) {
  return html`
    <li>
      <a class="card" href=${articlePath(source.articleId)} data-article=${source.articleId} title=${source.title}
        @click=${(event) => actions.openSource(event, source, turn)}>
        <span class="card-publisher">
          <span class="letter" aria-hidden="true">${initial(knownPublisher(source) ?? source.title)}</span>
          <span class="card-name" dir="auto">${publisherName(source)}</span>
          <span class="card-number" aria-hidden="true">${source.number}</span>
        </span>
        <span class="card-title" dir="auto">${source.title}</span>
        <span class="card-date">${dateLine(source.publishedAt, 'short')}</span>
      </a>
    </li>
  `;
}

/** As high as the cards to come, so that nothing moves when they do. */
function placeholders() {
  return html`
    <div class="sources" aria-hidden="true">
      <div class="cards">${EXPECTED.map(() => html`<div class="card placeholder"><i></i><i></i><i></i></div>`)}</div>
    </div>
  `;
}

/** The letter that stands for a publisher; an article without one lends the first letter of its headline. */
export function initial(publisher) {
  const name = publisher?.replace(/^the\s+/i, '').match(/[\p{L}\p{N}]/u);
  return name ? name[0].toUpperCase() : '–';
}
