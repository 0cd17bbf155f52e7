// Looks up which language model is connected, and shows it.

import * as api from '../api.js';

export class ModelHands {
  #store;

  constructor(store) {
    this.#store = store;
  }

  async refresh() {
    try {
      this.#store.dispatch({ type: 'model', model: { report: await api.model(), error: null } });
    } catch (error) {
      this.#store.dispatch({ type: 'model', model: { report: this.#store.state.model.report, error: error.message } });
    }
  }

  open() {
    document.getElementById('model-dialog').showModal();
    this.refresh();
  }

  close() {
    document.getElementById('model-dialog').close();
  }
}
