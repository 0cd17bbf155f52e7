// One article as it is read: headline, where and when it was published, the body with the cited sentence marked.

import { html, nothing } from '../library.js';
import { dateLine } from '../answer/date-line.js';
import { paragraphsOf, piecesOf } from './article-text.js';

/** Languages written from right to left, by their ISO 639 codes. */
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

/**
 * @param result  {article} or {error}, undefined while it loads
 * @param cited   the span to mark, {start, end}, or null
 * @param others  further cited spans, marked more quietly
 * @param level   the heading's level: 1 on its own page, 2 beside an answer
 */
export function articleView({ result, cited, others = [], level }) {
  if (!result) return html`<p class="article-wait" role="status">Opening the article…</p>`;
  if (result.error) return html`<p class="article-wait" role="alert">${result.error}</p>`;
  const { article } = result;
  return html`
    <article class="article" lang=${article.language || nothing} dir=${directionOf(article.language)}>
      <p class="kicker">
        ${[article.publisher, article.section].filter(Boolean).map((part) => html`<span dir="auto">${part}</span>`)}
      </p>
      ${heading(article.title, level)}
      <p class="byline">
        ${article.authors?.length ? html`<span dir="auto">By ${article.authors.join(', ')}</span>` : nothing}
        ${dateLine(article.publishedAt)}
        ${original(article.url)}
      </p>
      <div class="article-body">${body(article, cited, others)}</div>
    </article>
  `;
}

/** The side that an article's headline and byline start from; its paragraphs each follow their own letters. */
function directionOf(language) {
  return RIGHT_TO_LEFT.test(language ?? '') ? 'rtl' : 'ltr';
}

function heading(title, level) {
  return level === 1
    ? html`<h1 class="article-title" id="article-title" dir="auto" tabindex="-1">${title}</h1>`
    : html`<h2 class="article-title" id="article-title" dir="auto" tabindex="-1">${title}</h2>`;
}

function body({ body: text, standfirst }, cited, others) {
  const spans = [
    ...(cited && cited.end > cited.start ? [{ ...cited, kind: 'cited' }] : []),
    ...others.map((span) => ({ ...span, kind: 'other' })),
  ];
  return paragraphsOf(text).map((paragraph) => {
    const isStandfirst = standfirst && paragraph.start < standfirst.length && text.startsWith(standfirst);
    return html`<p class=${isStandfirst ? 'standfirst' : ''} dir="auto">${piecesOf(paragraph, spans).map((piece) => marked(text, piece))}</p>`;
  });
}

function marked(text, { start, end, kind }) {
  const words = text.slice(start, end);
  if (kind === 'cited') return html`<mark class="cited" data-start=${start}>${words}</mark>`;
  if (kind === 'other') return html`<mark class="also-cited">${words}</mark>`;
  return words;
}

function original(url) {
  if (!isWebAddress(url)) return nothing;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">Original</a>`;
}

/** Only http and https lead out of the page; an article's metadata may hold anything. */
export function isWebAddress(url) {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
