// Going from address to address within the page: the address bar, the state and what has to be fetched stay in step.

import * as api from './api.js';
import { recallAsk, forgetAsk } from './conversation/running-ask.js';
import { turnOf } from './conversation/conversation-state.js';
import { conversationPath, readRoute } from './route.js';

export class Navigation {
  #store;
  #asking;
  #reading;

  constructor({ store, asking, reading }) {
    this.#store = store;
    this.#asking = asking;
    this.#reading = reading;
    history.scrollRestoration = 'manual';
    addEventListener('popstate', () => this.show());
  }

  go(path) {
    const ask = recallAsk();
    if (ask && (!ask.conversation || path === '/')) forgetAsk(ask.id);
    history.pushState(null, '', path);
    scrollTo(0, 0);
    return this.show();
  }

  /** The first address. A reload can overtake the address of the conversation that the server has just begun. */
  start() {
    const ask = recallAsk();
    if (ask?.conversation && isReload() && readRoute(location).name === 'home') {
      history.replaceState(null, '', conversationPath(ask.conversation));
    }
    return this.show();
  }

  /** A conversation has its permanent address as soon as the server has taken its first question. */
  settleOn(conversation) {
    const { route } = this.#store.state;
    if (route.name === 'conversation' && route.id === conversation) return;
    history.replaceState(history.state, '', conversationPath(conversation));
    this.#store.dispatch({ type: 'route', route: readRoute(location), panel: this.#store.state.panel });
  }

  /** Shows what the address bar says. */
  async show() {
    const route = readRoute(location);
    this.#store.dispatch({ type: 'route', route, panel: history.state?.panel });
    if (history.state?.panel) this.#reading.fetch(history.state.panel.articleId);
    if (route.name === 'conversation') await this.#showConversation(route.id);
    else if (route.name === 'article') this.#reading.fetch(route.id);
    else if (route.name === 'home') this.#showHome(route);
    else this.#store.dispatch({ type: 'trouble', message: 'This address leads nowhere.' });
  }

  #showHome({ question, draft, asOf }) {
    if (this.#store.state.conversation.turns.length) this.#store.dispatch({ type: 'conversation-cleared' });
    if (question || draft) {
      history.replaceState(null, '', '/');
      if (asOf) this.#store.dispatch({ type: 'as-of', asOf });
      const isAsked = question && this.#asking.ask(question, asOf) !== null;
      if (!isAsked) this.#store.dispatch({ type: 'draft', draft: question || draft });
      return;
    }
    const ask = recallAsk();
    if (ask && !ask.conversation) this.#asking.ask(ask.question, ask.asOf, ask.id);
  }

  async #showConversation(id) {
    if (this.#store.state.conversation.id === id) return;
    this.#store.dispatch({ type: 'conversation-cleared' });
    scrollTo(0, 0);
    try {
      const stored = await api.conversation(id);
      if (this.#store.state.route.id !== id) return;
      this.#store.dispatch({ type: 'conversation-loaded', conversation: stored });
      this.#takeUp(id);
    } catch (error) {
      if (this.#store.state.route.id !== id) return;
      const message = error.status === 404 ? 'This conversation does not exist, or it was deleted.' : error.message;
      this.#store.dispatch({ type: 'trouble', message });
    }
  }

  /** What this tab asked before a reload goes on, also when the server had not heard of it. */
  #takeUp(id) {
    const ask = recallAsk();
    const turn = ask && turnOf(this.#store.state.conversation, ask.id);
    if (turn && turn.state !== 'running') forgetAsk(ask.id);
    if (ask?.conversation === id && !turn) this.#asking.ask(ask.question, ask.asOf, ask.id);
    else this.#asking.resume();
  }
}

function isReload() {
  return performance.getEntriesByType('navigation')[0]?.type === 'reload';
}
