// What the actions line does: copy, link, judge, and look up why.

import * as api from '../api.js';
import { conversationPath } from '../route.js';
import { copyText } from './copy-text.js';

const SAID_FOR_MS = 2000;

export class AnswerHands {
  #store;
  #asking;
  #say;

  /** @param say announces a line to screen readers */
  constructor({ store, asking, say }) {
    this.#store = store;
    this.#asking = asking;
    this.#say = say;
  }

  copyAnswer(turn) {
    return this.#copy(turn, 'copied', copyText(turn, location.origin));
  }

  copyLink(turn) {
    const path = conversationPath(this.#store.state.conversation.id, turn.id);
    return this.#copy(turn, 'linked', `${location.origin}${path}`);
  }

  judge(turn, verdict) {
    this.#asking.feedback(turn.id, verdict);
    this.#change(turn, { noteShown: true, noted: false, refused: null });
  }

  sendNote(turn, note) {
    if (note.trim()) this.#asking.feedback(turn.id, turn.feedback.verdict, note.trim());
    this.#change(turn, { noteShown: false, noted: true, refused: null });
  }

  async toggleWhy(turn) {
    const shown = !this.#store.state.why[turn.id]?.shown;
    this.#why(turn, { shown });
    if (!shown || this.#store.state.why[turn.id].hits) return;
    try {
      const { hits } = await api.search(turn.standalone ?? turn.question, turn.asOf);
      this.#why(turn, { hits, error: null });
    } catch (error) {
      this.#why(turn, { error: error.message });
    }
  }

  async #copy(turn, what, text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#tell(turn, what, 'Copied');
    } catch {
      this.#tell(turn, what, 'Not allowed');
    }
  }

  #tell(turn, what, words) {
    this.#say(words);
    this.#change(turn, { [what]: words });
    setTimeout(() => this.#change(turn, { [what]: null }), SAID_FOR_MS);
  }

  #change(turn, change) {
    this.#store.dispatch({ type: 'actions', id: turn.id, change });
  }

  #why(turn, change) {
    this.#store.dispatch({ type: 'why', id: turn.id, change });
  }
}
