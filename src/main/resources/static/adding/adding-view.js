// The place where articles are added, and what is shown while files are held over the page.

import { html, nothing, repeat } from '../library.js';
import { icon } from '../icons.js';
import { articlePath } from '../route.js';
import { counted } from '../text/numbers.js';
import { readingWords } from '../welcome/archive-words.js';
import { feedWords, isUndoable, outcome } from './adding-words.js';

/** Of long lists of reasons. */
const SKIPPED_SHOWN = 20;

export function addingView(state, actions) {
  const { adding, archive } = state;
  return html`
    ${adding.dragged ? html`<div class="drop-here" aria-hidden="true"><p>Drop to add to the archive</p></div>` : nothing}
    <dialog class="adding" id="adding" aria-labelledby="adding-title" @close=${actions.closeAdding} @keydown=${keepEscape} @click=${closeFromOutside}>
      ${adding.shown ? content(adding, archive, actions) : nothing}
    </dialog>
  `;
}

function content(adding, archive, actions) {
  return html`
    <div class="dialog-sheet">
      <header>
        <h2 id="adding-title">Add articles</h2>
        <button class="quiet-button" type="button" title="Close (Esc)" @click=${actions.closeAdding}>${icon.close}<span class="unseen">Close</span></button>
      </header>
      <p class="adding-count">${archive ? `${readingWords(archive)} in the archive` : nothing}</p>
      <form class="adding-address" novalidate @submit=${(event) => submit(event, actions)}>
        <label for="adding-address">The address of an article</label>
        <div class="adding-line">
          <input id="adding-address" name="address" type="url" inputmode="url" autocomplete="off" spellcheck="false" placeholder="https://" />
          <button class="button" type="submit">Add page</button>
        </div>
      </form>
      <div class="adding-files">
        <input class="unseen" id="adding-files" type="file" multiple @change=${(event) => choose(event, actions)} />
        <label class="button" for="adding-files">Choose files</label>
        <p class="hint">or drop them anywhere on the page.</p>
      </div>
      ${adding.items.length ? items(adding.items, actions) : nothing}
      ${adding.feeds.length ? feeds(adding.feeds) : nothing}
      ${archive?.rejected.length ? skipped(archive.rejected) : nothing}
    </div>
  `;
}

function items(list, actions) {
  return html`
    <ul class="added" aria-label="Added now">
      ${repeat(
        list,
        ({ key }) => key,
        (item) => html`
          <li data-state=${item.state}>
            <div class="added-words">
              <p class="added-name" dir="auto">${item.name}</p>
              <p class="added-outcome" dir="auto">${outcome(item)}</p>
              ${item.state === 'added' && item.error ? html`<p class="added-outcome" role="alert">${item.error}</p>` : nothing}
              ${item.rejections.length > (item.state === 'failed' ? 1 : 0) ? reasons(item.rejections) : nothing}
            </div>
            <span class="added-hands">
              ${item.state === 'added' && item.articles.length === 1 ? html`<a class="quiet-button" href=${articlePath(item.articles[0].id)} @click=${(event) => actions.openAdded(event, item.articles[0].id)}>Read<span class="unseen"> ${item.articles[0].title}</span></a>` : nothing}
              ${isUndoable(item) ? html`<button class="button" type="button" @click=${() => actions.undoAdding(item.key)}>Undo<span class="unseen"> ${item.name}</span></button>` : nothing}
            </span>
          </li>
        `,
      )}
    </ul>
  `;
}

function reasons(rejections) {
  return html`<ul class="reasons">
    ${rejections.slice(0, SKIPPED_SHOWN).map(({ where, why }) => html`<li dir="auto"><span class="reason-where">${where}</span> ${why}</li>`)}
  </ul>`;
}

function feeds(list) {
  return html`
    <details class="skipped">
      <summary>${counted(list.length, 'feed')}${list.some(({ problem }) => problem) ? ', not all in order' : ''}</summary>
      <ul class="reasons">
        ${list.map((feed) => html`<li><span class="reason-where">${feed.address}</span> ${feedWords(feed)}</li>`)}
      </ul>
    </details>
  `;
}

function skipped(rejections) {
  return html`
    <details class="skipped">
      <summary>${rejections.length} skipped earlier, and why</summary>
      ${reasons(rejections)}
      ${rejections.length > SKIPPED_SHOWN ? html`<p class="hint">The others are in <code>/api/archive</code>.</p>` : nothing}
    </details>
  `;
}

function submit(event, actions) {
  event.preventDefault();
  const { address } = event.target.elements;
  const written = address.value.trim();
  if (!written) return address.focus();
  actions.addPage(/^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`);
  address.value = '';
}

function choose({ target }, actions) {
  actions.addFiles(target.files);
  // So that the same file can be chosen again.
  target.value = '';
}

/** Escape closes the dialog and nothing behind it. */
function keepEscape(event) {
  if (event.key === 'Escape') event.stopPropagation();
}

/** The dialog itself is hit where its sheet is not. */
function closeFromOutside({ target, currentTarget }) {
  if (target === currentTarget) currentTarget.close();
}
