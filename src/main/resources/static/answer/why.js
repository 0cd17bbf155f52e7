// "Why this answer": where the time went, which passages were weighed, and why the others lost.

import { html, nothing } from '../library.js';
import { articlePath } from '../route.js';
import { counted, duration } from '../text/numbers.js';
import { STAGES, score, stageOf, verdictOn } from './why-words.js';

const STAGE_TITLES = { words: 'Words', meaning: 'Meaning', fusion: 'Together', date: 'Date', reader: 'Reader' };
const TIMING_TITLES = { rewrite: 'Understanding', retrieve: 'Searching', read: 'Reading', compose: 'Writing' };

export function why(turn, state, actions) {
  const known = state.why[turn.id];
  if (!known?.shown) return nothing;
  return html`
    <section class="why" id="why-${turn.id}" aria-label="Why this answer">
      ${turn.timings ? timings(turn) : nothing}
      ${known.error ? html`<p role="alert">${known.error}</p>` : nothing}
      ${known.hits ? passages(known.hits, turn, actions) : known.error ? nothing : html`<p role="status">Looking up the passages…</p>`}
    </section>
  `;
}

function timings({ timings: spent, tokens }) {
  const stages = Object.keys(TIMING_TITLES).filter((name) => Number.isFinite(spent[name]));
  const longest = Math.max(1, ...stages.map((name) => spent[name]));
  return html`
    <h3>Where the time went</h3>
    <table class="timings">
      <tbody>
        ${stages.map(
          (name) =>
            html`<tr><th scope="row">${TIMING_TITLES[name]}</th><td class="bar">${bar(spent[name] / longest)}</td><td class="figure">${duration(spent[name])}</td></tr>`,
        )}
        ${
          Number.isFinite(spent.total)
            ? html`<tr class="total"><th scope="row">Total</th><td></td><td class="figure">${duration(spent.total)}</td></tr>`
            : nothing
        }
      </tbody>
    </table>
    ${tokens ? html`<p class="hint">${counted(tokens.input, 'token')} read, ${counted(tokens.output, 'token')} written${tokens.cost ? `, ${tokens.cost}` : ''}</p>` : nothing}
  `;
}

/** Drawn, because the content policy allows no inline style. */
function bar(share) {
  return html`<svg class="bar-drawing" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width=${Math.max(0.5, share * 100)} height="4" /></svg>`;
}

function passages(hits, turn, actions) {
  if (!hits.length) return html`<p>No passage matches the question.</p>`;
  // A summary, say, was written without the reader.
  const wasRead = Number.isFinite(turn.timings?.read);
  const stages = STAGES.filter((name) => (name !== 'reader' || wasRead) && hits.some((hit) => stageOf(hit, name)));
  return html`
    <h3>Passages weighed</h3>
    <p class="hint">The search by words and the search by meaning rank on their own; then the ranks are put together, news of these days is preferred, and the reader looks for an answer in the first ones. Rank 1 is the best. This is the search made again just now; articles may have come and gone since the answer.</p>
    <div class="passages-scroll" tabindex="0" role="region" aria-label="Passages weighed">
      <table class="passages">
        <thead>
          <tr><th scope="col">Passage</th>${stages.map((name) => html`<th scope="col" class="figure">${STAGE_TITLES[name]}</th>`)}</tr>
        </thead>
        <tbody>
          ${hits.map((hit) => passage(hit, turn, { hits, stages }, actions))}
        </tbody>
      </table>
    </div>
  `;
}

function passage(hit, turn, { hits, stages }, actions) {
  const verdict = verdictOn(hit, turn, hits);
  return html`
    <tr data-used=${verdict.used}>
      <th scope="row">
        <a href=${articlePath(hit.articleId, hit.start, hit.end)} @click=${(event) => actions.openPassage(event, hit)} dir="auto">${hit.title}</a>
        <span class="passage-text" dir="auto">${hit.text}</span>
        <span class="passage-verdict">${verdict.words}</span>
      </th>
      ${stages.map((name) => cell(stageOf(hit, name), name))}
    </tr>
  `;
}

function cell(stage, name) {
  if (!stage) return html`<td class="figure" data-stage=${STAGE_TITLES[name]}><span class="faint">–</span></td>`;
  return html`<td class="figure" data-stage=${STAGE_TITLES[name]}>${stage.rank ?? '–'}<span class="faint">${Number.isFinite(stage.score) ? score(stage.score) : ''}</span></td>`;
}
