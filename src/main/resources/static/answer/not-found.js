// "Not in the archive" as an answer of its own: what was searched, what came nearest, how to add an article.

import { html, nothing } from '../library.js';
import { articlePath } from '../route.js';
import { counted } from '../text/numbers.js';
import { longDate } from '../text/dates.js';
import { dateLine } from './date-line.js';
import { publisherName } from './publisher-name.js';
import { withoutHeading } from './not-found-text.js';
import { prose } from './prose.js';

export function notFound(turn, archive, actions) {
  return html`
    <section class="not-found" aria-label="Not in the archive">
      <p class="not-found-title">Not in the archive.</p>
      ${prose({ ...turn, text: withoutHeading(turn.text) })}
      <dl class="searched">
        <div><dt>Searched for</dt><dd dir="auto">${turn.standalone ?? turn.question}</dd></div>
        <div><dt>In</dt><dd>${scope(archive, turn.asOf)}</dd></div>
      </dl>
      ${turn.sources.length ? nearest(turn, actions) : nothing}
      <h3>To add an article</h3>
      <p class="hint">
        ${
          archive?.editable
            ? html`<button class="inline-button" type="button" @click=${actions.openAdding}>Add a page or a file</button>, or put a`
            : 'Put a'
        }
        text, Markdown, HTML, JSON Lines, PDF, Word or OpenDocument file into the folder <code>${archive?.folder ?? 'data/articles'}</code>. It is found
        a moment later, and this question can be asked again.
      </p>
    </section>
  `;
}

function scope(archive, asOf) {
  const articles = archive ? counted(archive.articles, 'article') : 'every article';
  return asOf ? `${articles}, as of ${longDate(asOf)}` : articles;
}

function nearest(turn, actions) {
  return html`
    <h3>The nearest ${turn.sources.length === 1 ? 'article' : 'articles'}</h3>
    <ul class="nearest">
      ${turn.sources.map(
        (source) => html`
          <li>
            <a href=${articlePath(source.articleId)} dir="auto" @click=${(event) => actions.openSource(event, source, turn)}>${source.title}</a>
            <span class="nearest-origin"><span dir="auto">${publisherName(source)}</span> ${dateLine(source.publishedAt)}</span>
          </li>
        `,
      )}
    </ul>
  `;
}
