// What a citation number shows on hover or focus: the quoted sentence in its context, and whose sentence it is.

import { html, nothing } from '../library.js';
import { turnOf } from '../conversation/conversation-state.js';
import { dateLine } from '../answer/date-line.js';
import { publisherName } from '../answer/publisher-name.js';
import { inContext } from './article-text.js';

export const VERDICTS = {
  supported: 'Checked: the article says so.',
  unsupported: 'Not supported: the article does not say this.',
  unchecked: 'Not checked against the article.',
};

const GAP_PX = 8;
const MARGIN_PX = 12;
const MASTHEAD_PX = 60;

export function citationPopover(state) {
  const shown = shownCitation(state);
  if (!shown) return html`<div class="popover" id="citation-popover" role="tooltip" hidden></div>`;
  const { citation, source, article } = shown;
  const title = source?.title ?? article?.title;
  return html`
    <div class="popover" id="citation-popover" role="tooltip" data-verdict=${citation.verdict}>
      ${
        title
          ? html`<p class="popover-source">
            <span dir="auto">${publisherName(source ?? article)}</span>
            ${dateLine(source?.publishedAt ?? article?.publishedAt ?? null, 'short')}
          </p>`
          : nothing
      }
      <blockquote dir="auto">${quote(citation, article)}</blockquote>
      <p class="popover-verdict">${VERDICTS[citation.verdict] ?? ''}</p>
    </div>
  `;
}

function shownCitation({ popover, conversation, articles }) {
  const turn = popover && turnOf(conversation, popover.turn);
  const citation = turn?.citations.find(({ number }) => number === popover.number);
  if (!citation) return null;
  return {
    citation,
    source: turn.sources.find(({ articleId }) => articleId === citation.articleId),
    article: articles[citation.articleId]?.article,
  };
}

function quote(citation, article) {
  if (!citation.articleId) return 'No article in the archive says this.';
  const context = article ? inContext(article.body, citation) : { before: '', quote: citation.quote, after: '' };
  return html`<span class="context">${context.before}</span><mark>${context.quote}</mark><span class="context">${context.after}</span>`;
}

/** Puts the popover beside its citation, within the window: above it where there is room, otherwise below. */
export function placePopover(anchor) {
  const popover = document.getElementById('citation-popover');
  if (!anchor || !popover || popover.hidden) return;
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const rightmost = document.documentElement.clientWidth - width - MARGIN_PX;
  const above = box.top - height - GAP_PX;
  popover.style.left = `${Math.max(MARGIN_PX, Math.min(box.left + box.width / 2 - width / 2, rightmost))}px`;
  popover.style.top = `${above > MASTHEAD_PX ? above : box.bottom + GAP_PX}px`;
}
