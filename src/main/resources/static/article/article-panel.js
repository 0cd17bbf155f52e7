// The article beside the answer, opened at a citation; on a phone it takes the whole page.

import { html, nothing } from '../library.js';
import { icon } from '../icons.js';
import { articlePath } from '../route.js';
import { articleView } from './article-view.js';
import { citationsOf } from './panel-citations.js';

export function articlePanel(state, actions) {
  const { panel } = state;
  if (!panel) return nothing;
  const citations = citationsOf(state);
  const place = citations.findIndex(({ number }) => number === panel.number);
  return html`
    <aside class="panel" id="article-panel" aria-label="Article">
      <div class="panel-bar">
        ${place >= 0 ? walk(citations, place, actions) : html`<span class="panel-place">Article</span>`}
        <a class="quiet-button" href=${articlePath(panel.articleId, panel.start, panel.end)} title="Open on its own page">
          ${icon.page}<span class="unseen">Open on its own page</span>
        </a>
        <button class="quiet-button" type="button" @click=${actions.closePanel} title="Close (Esc)">
          ${icon.close}<span class="unseen">Close article</span>
        </button>
      </div>
      <div class="panel-scroll" tabindex="0" role="region" aria-label="Article text">
        ${articleView({
          result: state.articles[panel.articleId],
          cited: panel.end > panel.start ? panel : null,
          others: citations.filter(({ articleId }) => articleId === panel.articleId),
          level: 2,
        })}
      </div>
    </aside>
  `;
}

function walk(citations, place, actions) {
  const step = (by) => () => actions.walkPanel(by);
  return html`
    <div class="panel-walk">
      <button class="quiet-button" type="button" ?disabled=${place === 0} @click=${step(-1)} title="Previous citation (←)">
        ${icon.back}<span class="unseen">Previous citation</span>
      </button>
      <span class="panel-place">Citation ${citations[place].number} <span class="faint">of ${citations.length}</span></span>
      <button class="quiet-button" type="button" ?disabled=${place === citations.length - 1} @click=${step(1)} title="Next citation (→)">
        ${icon.forward}<span class="unseen">Next citation</span>
      </button>
    </div>
  `;
}
