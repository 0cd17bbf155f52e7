// The line under the question box that says who writes the answers, and what stands behind it.

import { html, nothing } from '../library.js';
import { icon } from '../icons.js';
import { modelWords } from './model-words.js';

export function modelLine({ model }, actions) {
  const { report } = model;
  return html`
    <p class="model-line" data-trouble=${Boolean(report?.name && !report.answers)}>
      ${report ? html`<button type="button" aria-haspopup="dialog" @click=${actions.openModel}>${modelWords(report)}</button>` : nothing}
    </p>
  `;
}

export function modelDialog({ model }, actions) {
  const { report, error } = model;
  return html`
    <dialog id="model-dialog" aria-labelledby="model-title" @keydown=${keepEscape} @click=${closeFromOutside}>
      <div class="dialog-sheet">
        <header>
          <h2 id="model-title">Who writes the answers</h2>
          <button class="quiet-button" type="button" title="Close" @click=${actions.closeModel}>${icon.close}<span class="unseen">Close</span></button>
        </header>
        <div aria-live="polite">
          ${error ? html`<p role="alert">${error}</p>` : nothing} ${report ? about(report) : html`<p>Asking the server…</p>`}
        </div>
      </div>
    </dialog>
  `;
}

function about({ name, provider, words, models }) {
  return html`
    <p>${words}</p>
    ${
      models.length
        ? html`<h3>Models of this server</h3>
            <ul class="models">${models.map((each) => html`<li aria-current=${each === name ? 'true' : nothing}>${each}</li>`)}</ul>`
        : nothing
    }
    ${
      name
        ? html`<p class="hint">Connected as <code>${provider}</code> by <code>dateline.model.name</code>. Whatever it states is checked against the sentences it cites; what does not stand there is marked.</p>`
        : html`<p class="hint">Set <code>dateline.model.base-url</code> and <code>dateline.model.name</code> to connect one; the README says how.</p>`
    }
  `;
}

/** Escape closes the dialog and nothing behind it. */
function keepEscape(event) {
  if (event.key === 'Escape') event.stopPropagation();
}

function closeFromOutside(event) {
  if (event.target === event.currentTarget) event.currentTarget.close();
}
