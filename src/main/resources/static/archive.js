// What is in the archive, fetched anew while passages are still being taken in.

import * as api from './api.js';

const AGAIN_MS = 4000;

/** While files are read, so that the count is seen to grow, and until there are questions to begin with. */
const SOON_MS = 1000;

/** Questions to begin with are tried out before they are suggested; some archives give none. */
const MOST_TRIES = 10;

export class Archive {
  #store;
  #timer = 0;
  #tries = 0;

  constructor(store) {
    this.#store = store;
  }

  async refresh() {
    clearTimeout(this.#timer);
    try {
      const archive = await api.archive();
      this.#store.dispatch({ type: 'archive', archive });
      const isTried = !archive.articles || archive.questions.length > 0 || ++this.#tries > MOST_TRIES;
      if (archive.reading || !isTried) this.#timer = setTimeout(() => this.refresh(), SOON_MS);
      else if (archive.vectors < archive.embeddable || this.#store.state.adding.shown) this.#timer = setTimeout(() => this.refresh(), AGAIN_MS);
    } catch {
      // The page works without these figures, and the connection line says what is wrong.
    }
  }
}
