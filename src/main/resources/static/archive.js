// What is in the archive, fetched anew while passages are still being taken in.

import * as api from './api.js';

const AGAIN_MS = 4000;

export class Archive {
  #store;
  #timer = 0;

  constructor(store) {
    this.#store = store;
  }

  async refresh() {
    clearTimeout(this.#timer);
    try {
      const archive = await api.archive();
      this.#store.dispatch({ type: 'archive', archive });
      if (archive.vectors < archive.embeddable) this.#timer = setTimeout(() => this.refresh(), AGAIN_MS);
    } catch {
      // The page works without these figures, and the connection line says what is wrong.
    }
  }
}
