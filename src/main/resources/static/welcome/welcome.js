// The first visit: what is in the archive, the question box, four questions to begin with.

import { html, nothing } from '../library.js';
import { fullDate, localDay } from '../text/dates.js';
import { counted, number } from '../text/numbers.js';
import { archiveSentence, readingWords } from './archive-words.js';
import { modelLine } from '../model/model-line.js';
import { questionBox } from './question-box.js';

export function welcome(state, actions) {
  const { archive } = state;
  return html`
    <div class="welcome">
      <header class="nameplate">
        <p class="folio"><span>${fullDate(localDay())}</span><span>${archive ? readingWords(archive) : ''}</span></p>
        <h1>Dateline</h1>
        <p class="in-archive">${archive ? archiveSentence(archive) : nothing}</p>
      </header>
      ${questionBox(state, actions, 'Ask about the news')} ${modelLine(state, actions)}
      <section class="beginnings" aria-label="Questions to begin with">
        <ul>
          ${(archive?.questions ?? []).map(
            (question) =>
              html`<li><button type="button" dir="auto" @click=${() => actions.ask(question)}>${question}</button></li>`,
          )}
        </ul>
      </section>
      ${archive && archive.vectors < archive.embeddable ? stillReading(archive) : nothing}
      <p class="hint for-programs"><a href="/docs.html">For programs</a></p>
    </div>
  `;
}

function stillReading({ vectors, embeddable }) {
  return html`<p class="hint still-reading">Found by words now; by meaning so far ${number(vectors)} of ${counted(embeddable, 'passage')}.</p>`;
}
