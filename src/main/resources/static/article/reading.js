// Fetching articles, opening one at a sentence, and the popover of a citation.

import * as api from '../api.js';
import { turnOf } from '../conversation/conversation-state.js';
import { citationsOf } from './panel-citations.js';

export class Reading {
  #store;
  #asked = new Set();

  constructor(store) {
    this.#store = store;
  }

  /** Fetches an article once; a failed fetch is tried again the next time. */
  async fetch(id) {
    if (!id || this.#asked.has(id)) return;
    this.#asked.add(id);
    try {
      const article = await api.article(id);
      this.#store.dispatch({ type: 'article', id, result: { article } });
    } catch (error) {
      this.#asked.delete(id);
      const message = error.status === 404 ? 'This article is no longer in the archive.' : error.message;
      this.#store.dispatch({ type: 'article', id, result: { error: message } });
    }
  }

  citation(turnId, number) {
    const turn = turnOf(this.#store.state.conversation, turnId);
    return turn?.citations.find((citation) => citation.number === number) ?? null;
  }

  get isOpen() {
    return this.#store.state.panel !== null;
  }

  openCitation(turnId, number) {
    const citation = this.citation(turnId, number);
    if (citation?.articleId) this.open({ ...spanOf(citation), turn: turnId, number });
  }

  /** The first opening is a step that Back undoes; walking on within the panel is not. */
  open(panel) {
    if (this.isOpen) history.replaceState({ panel }, '');
    else history.pushState({ panel }, '');
    this.#store.dispatch({ type: 'panel', panel });
    this.fetch(panel.articleId);
  }

  close() {
    if (this.isOpen) history.back();
  }

  /** Opens the citation before or after the one shown; returns whether there was one. */
  walk(by) {
    const { panel } = this.#store.state;
    const citations = citationsOf(this.#store.state);
    const next = citations[citations.findIndex(({ number }) => number === panel?.number) + by];
    if (!panel || !next) return false;
    this.open({ ...spanOf(next), turn: panel.turn, number: next.number });
    return true;
  }

  showPopover(turnId, number) {
    const citation = this.citation(turnId, number);
    if (!citation) return;
    this.fetch(citation.articleId);
    this.#store.dispatch({ type: 'popover', popover: { turn: turnId, number } });
  }

  hidePopover() {
    if (this.#store.state.popover) this.#store.dispatch({ type: 'popover', popover: null });
  }
}

const spanOf = ({ articleId, start, end }) => ({ articleId, start, end });
