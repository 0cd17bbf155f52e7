// The list of past conversations: search, rename, delete with a while to undo.

import * as api from '../api.js';

const KEY = 'dateline.history';
const UNDO_MS = 8000;
const SEARCH_AFTER_MS = 150;

export class History {
  #store;
  #onDeleted;
  #searchTimer = 0;
  #request = 0;
  #deletions = new Map();

  /** @param onDeleted called with the id of a conversation that was taken off the list */
  constructor({ store, onDeleted }) {
    this.#store = store;
    this.#onDeleted = onDeleted;
    addEventListener('pagehide', () => this.#deleteAllNow());
  }

  /** Whether the list was left open the last time. */
  get wasShown() {
    try {
      return localStorage.getItem(KEY) === 'shown';
    } catch {
      return false;
    }
  }

  toggle(shown = !this.#history.shown) {
    this.#change({ shown, renaming: null });
    try {
      localStorage.setItem(KEY, shown ? 'shown' : 'hidden');
    } catch {
      // Without storage the list begins closed.
    }
    if (shown) this.refresh();
  }

  /** Fetches the list; only the newest of several answers counts. */
  async refresh() {
    const request = ++this.#request;
    try {
      const { conversations } = await api.conversations(this.#history.query);
      if (request === this.#request) this.#change({ conversations, error: null });
    } catch (error) {
      if (request === this.#request) this.#change({ error: error.message });
    }
  }

  search(query) {
    this.#change({ query });
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => this.refresh(), SEARCH_AFTER_MS);
  }

  beginRename(id) {
    this.#change({ renaming: id });
  }

  async rename(id, typed) {
    const title = typed.trim();
    const before = this.#history.conversations?.find((entry) => entry.id === id)?.title;
    this.#change({ renaming: null });
    if (!title || title === before) return;
    this.#store.dispatch({ type: 'conversation-titled', id, title });
    try {
      await api.renameConversation(id, title);
      this.#change({ error: null });
    } catch (error) {
      this.#store.dispatch({ type: 'conversation-titled', id, title: before });
      this.#change({ error: `Not renamed. ${error.message}` });
    }
  }

  delete(id) {
    this.#change({ deleted: [...this.#history.deleted, id] });
    this.#deletions.set(
      id,
      setTimeout(() => this.#deleteNow(id), UNDO_MS),
    );
    this.#onDeleted(id);
  }

  undoDelete(id) {
    clearTimeout(this.#deletions.get(id));
    this.#deletions.delete(id);
    this.#change({ deleted: this.#history.deleted.filter((other) => other !== id) });
  }

  async #deleteNow(id) {
    this.#deletions.delete(id);
    try {
      await api.deleteConversation(id);
      this.#change({ error: null, conversations: this.#history.conversations?.filter((entry) => entry.id !== id) ?? null });
    } catch (error) {
      if (error.status !== 404) this.#change({ error: `Not deleted. ${error.message}` });
    }
    this.#change({ deleted: this.#history.deleted.filter((other) => other !== id) });
  }

  /** A page that goes away deletes at once what could still have been undone. */
  #deleteAllNow() {
    for (const [id, timer] of this.#deletions) {
      clearTimeout(timer);
      this.#deleteNow(id);
    }
  }

  get #history() {
    return this.#store.state.history;
  }

  #change(change) {
    this.#store.dispatch({ type: 'history', change });
  }
}
