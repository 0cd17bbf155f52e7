// Adding articles: files and addresses wait in a line and go to the server one after the other; what was added can be taken back.

import * as api from '../api.js';
import { outcome, undone } from './adding-words.js';

export class Adding {
  #store;
  #say;
  #onChange;
  #waiting = [];
  #working = false;
  #last = 0;

  /**
   * @param say      tells a screen reader
   * @param onChange called when the archive has changed
   */
  constructor({ store, say, onChange }) {
    this.#store = store;
    this.#say = say;
    this.#onChange = onChange;
  }

  get #adding() {
    return this.#store.state.adding;
  }

  /** Whether whoever uses the page may add articles. */
  get isAllowed() {
    return Boolean(this.#store.state.archive?.editable);
  }

  show(shown) {
    this.#change({ shown, dragged: false });
    if (shown) this.#showFeeds();
  }

  async #showFeeds() {
    try {
      this.#change({ feeds: (await api.feeds()).feeds });
    } catch {
      // Articles can be added without a look at the feeds.
    }
  }

  /** Whether files are held over the page. */
  drag(dragged) {
    if (this.isAllowed && dragged !== this.#adding.dragged) this.#change({ dragged });
  }

  files(files) {
    this.#take([...files].map((file) => ({ name: file.name, send: () => api.addFile(file) })));
  }

  page(address) {
    this.#take([{ name: address, send: () => api.addPage(address) }]);
  }

  #take(sendings) {
    const items = sendings.map((sending) => ({ ...sending, key: ++this.#last, state: 'waiting', articles: [], rejections: [] }));
    this.#waiting.push(...items);
    this.#change({ items: [...items.toReversed(), ...this.#adding.items] });
    this.#work();
  }

  async #work() {
    if (this.#working) return;
    this.#working = true;
    for (let item = this.#waiting.shift(); item; item = this.#waiting.shift()) {
      this.#changeItem(item.key, { state: 'sending' });
      this.#changeItem(item.key, await sent(item));
      this.#say(outcome(this.#item(item.key)));
      this.#onChange();
    }
    this.#working = false;
  }

  /** Deletes what came with this file or page; what took the place of an earlier version stays. */
  async undo(key) {
    const { articles, replaced } = this.#item(key);
    const added = articles.filter(({ id }) => !replaced.includes(id));
    this.#changeItem(key, { state: 'undoing' });
    try {
      for (const { id } of added) await api.deleteArticle(id).catch(ignoreMissing);
      this.#changeItem(key, { state: 'undone' });
      this.#say(undone(this.#item(key)));
    } catch (error) {
      this.#changeItem(key, { state: 'added', error: `Not undone. ${error.message}` });
      this.#say(`Not undone. ${error.message}`);
    }
    this.#onChange();
  }

  #item(key) {
    return this.#adding.items.find((item) => item.key === key);
  }

  #change(change) {
    this.#store.dispatch({ type: 'adding', change });
  }

  #changeItem(key, change) {
    this.#change({ items: this.#adding.items.map((item) => (item.key === key ? { ...item, ...change } : item)) });
  }
}

async function sent(item) {
  try {
    return { state: 'added', ...(await item.send()) };
  } catch (error) {
    return { state: 'failed', error: error.message, rejections: error.body?.rejections ?? [] };
  }
}

function ignoreMissing(error) {
  if (error.status !== 404) throw error;
}
