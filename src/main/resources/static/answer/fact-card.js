// The short answer, large, with the sentence it stands in.

import { html, nothing } from '../library.js';
import { dateLine } from './date-line.js';
import { publisherName } from './publisher-name.js';
import { factPieces } from './fact-text.js';
import { citationMark } from './citation-mark.js';

/** @param attribution who said it, where the text of the answer that names them is not shown */
export function factCard(turn, attribution = null) {
  const { fact } = turn;
  if (!fact) return nothing;
  const source = turn.sources.find(({ articleId }) => articleId === fact.citation?.articleId);
  return html`
    <section class="fact" aria-label="Short answer">
      <p class="fact-text ${fact.text.length > 90 ? 'fact-long' : ''}" dir="auto">${fact.text}</p>
      ${fact.sentence && fact.sentence !== fact.text ? sentence(fact, turn) : nothing}
      <p class="fact-origin">
        <span class="confidence" data-confidence=${fact.confidence} title="Confidence ${fact.confidence.toFixed(2)} of 1">${confidenceWord(fact.confidence)}</span>
        ${attribution ? html`<span dir="auto">${attribution}</span>` : nothing}
        ${
          source
            ? html`<span dir="auto">${publisherName(source)}</span> ${dateLine(source.publishedAt)}`
            : nothing
        }
      </p>
    </section>
  `;
}

function sentence(fact, turn) {
  const { before, answer, after } = factPieces(fact);
  return html`
    <blockquote class="fact-sentence" dir="auto">
      ${before}${answer ? html`<mark>${answer}</mark>` : nothing}${after}${
        fact.citation ? citationMark(turn, fact.citation) : nothing
      }
    </blockquote>
  `;
}

/** How sure the reader of the articles is, in a word: right three times in four, more often than not, or less. */
export function confidenceWord(confidence) {
  if (confidence >= 0.75) return 'Confident';
  if (confidence >= 0.55) return 'Likely';
  return 'Unsure';
}
