// The side list of past conversations.

import { html, nothing, repeat } from '../library.js';
import { icon } from '../icons.js';
import { conversationPath } from '../route.js';
import { grouped } from './history-groups.js';

export function historyView(state, actions) {
  const { history } = state;
  if (!history.shown) return nothing;
  return html`
    <nav class="history" id="history" aria-label="History">
      <div class="history-bar">
        <h2>History</h2>
        <button class="quiet-button" type="button" title="Close" @click=${actions.toggleHistory}>${icon.close}<span class="unseen">Close history</span></button>
      </div>
      <label class="unseen" for="history-search">Search history</label>
      <input id="history-search" class="history-search" type="search" placeholder="Search" autocomplete="off" .value=${history.query}
        @input=${(event) => actions.searchHistory(event.target.value)} />
      ${history.error ? html`<p class="hint" role="alert">${history.error}</p>` : nothing}
      <div class="history-list">${list(state, actions)}</div>
    </nav>
  `;
}

function list(state, actions) {
  const { conversations, query } = state.history;
  if (!conversations) return nothing;
  if (!conversations.length) {
    return html`<p class="hint">${query ? 'No conversation contains that.' : 'Questions you ask are kept here.'}</p>`;
  }
  return grouped(conversations).map(
    (group) => html`
      <h3>${group.title}</h3>
      <ul>
        ${repeat(
          group.conversations,
          ({ id }) => id,
          (conversation) => html`<li>${entry(conversation, state, actions)}</li>`,
        )}
      </ul>
    `,
  );
}

function entry({ id, title }, state, actions) {
  if (state.history.deleted.includes(id)) {
    return html`<p class="deleted" role="status"><span>Deleted.</span> <button class="button" type="button" data-undo=${id} @click=${() => actions.undoDelete(id)}>Undo</button></p>`;
  }
  if (state.history.renaming === id) {
    return html`
      <form class="rename" @submit=${(event) => actions.rename(event, id)}>
        <input name="title" aria-label="New title" maxlength="200" dir="auto" autocomplete="off" .value=${title}
          @keydown=${(event) => actions.cancelRenameOnEscape(event)} @blur=${(event) => actions.rename(event, id)} />
      </form>
    `;
  }
  return html`
    <div class="entry">
      <a href=${conversationPath(id)} dir="auto" title=${title} aria-current=${state.conversation.id === id ? 'page' : nothing}
        @click=${(event) => actions.openConversation(event, id)}>${title}</a>
      <span class="entry-hands">
        <button class="quiet-button" type="button" title="Rename" @click=${() => actions.beginRename(id)}>${icon.rename}<span class="unseen">Rename ${title}</span></button>
        <button class="quiet-button" type="button" title="Delete" @click=${() => actions.delete(id)}>${icon.remove}<span class="unseen">Delete ${title}</span></button>
      </span>
    </div>
  `;
}
