// Where the page scrolls to and what has the focus after a change has been drawn.

import { isFirstVisit } from './page.js';

const panelDocked = matchMedia('(min-width: 64rem)');
const historyDocked = matchMedia('(min-width: 80rem)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const touch = matchMedia('(pointer: coarse)');

export class Focus {
  #panel = null;
  #marked = null;
  #returnTo = null;
  #view = null;
  #turn = null;
  #historyCovered = false;

  /** Whether the history lies over the page rather than beside it. */
  get historyCovers() {
    return !historyDocked.matches;
  }

  box() {
    document.getElementById('question')?.focus({ preventScroll: true });
  }

  afterDrawing(state) {
    this.#keepBehind(state);
    this.#followHistory(state);
    this.#followPanel(state);
    this.#followView(state);
    this.#followTurn(state);
  }

  /** What lies under a full page cannot be reached by Tab. */
  #keepBehind({ panel, history }) {
    const panelCovers = panel && !panelDocked.matches;
    const historyCovers = history.shown && this.historyCovers;
    document.getElementById('main').inert = Boolean(panelCovers || historyCovers);
    document.querySelector('.masthead').inert = Boolean(panelCovers);
  }

  #followHistory({ history }) {
    const covers = history.shown && this.historyCovers;
    if (covers === this.#historyCovered) return;
    this.#historyCovered = covers;
    document
      .querySelector(covers ? '.history .quiet-button' : '.masthead [aria-controls="history"]')
      ?.focus({ preventScroll: true });
  }

  #followPanel({ panel, articles }) {
    if (panel && !this.#panel) this.#returnTo = document.activeElement;
    const wasOpen = this.#panel;
    this.#panel = panel;
    if (!panel) {
      this.#marked = null;
      if (wasOpen) this.#giveBack(wasOpen);
      return;
    }
    const scroll = document.querySelector('.panel-scroll');
    if (!wasOpen) scroll.focus({ preventScroll: true });
    const key = `${panel.articleId} ${panel.start} ${panel.end} ${Boolean(articles[panel.articleId])}`;
    if (key === this.#marked) return;
    this.#marked = key;
    const mark = scroll.querySelector('mark.cited');
    const top = mark ? mark.getBoundingClientRect().top - scroll.getBoundingClientRect().top + scroll.scrollTop : 0;
    scroll.scrollTo({
      top: Math.max(0, top - scroll.clientHeight / 3),
      behavior: wasOpen && !calm.matches ? 'smooth' : 'instant',
    });
  }

  /** Focus goes back to what opened the panel: the citation last shown, when it was walked. */
  #giveBack({ turn, number }) {
    const last = turn && document.querySelector(`.prose a.citation[data-turn="${CSS.escape(turn)}"][data-number="${number}"]`);
    const opener = this.#returnTo?.isConnected ? this.#returnTo : null;
    const isSame = !last || opener?.dataset.number === String(number);
    (isSame ? (opener ?? last) : last)?.focus({ preventScroll: true });
  }

  #followView(state) {
    const { route, articles } = state;
    const view = isFirstVisit(state)
      ? 'welcome'
      : route.name === 'article'
        ? `article ${Boolean(articles[route.id])}`
        : route.name;
    if (view === this.#view) return;
    this.#view = view;
    if (view === 'welcome' || (view === 'conversation' && !touch.matches)) this.box();
    if (view === 'article true')
      document.querySelector('.article-page mark.cited')?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  /** A question just asked moves to the top; its answer grows into the room below and nothing scrolls by itself. */
  #followTurn({ conversation, route }) {
    const last = conversation.turns.at(-1) ?? null;
    const isNew = last && last.id !== this.#turn?.id;
    const isFirst = conversation.turns.length === 1;
    this.#turn = last;
    if (!isNew) return;
    const wanted = route.turn ? document.getElementById(`turn-${route.turn}`) : null;
    if (wanted) wanted.scrollIntoView({ block: 'start', behavior: 'instant' });
    else if (last.live) {
      document
        .getElementById(`turn-${last.id}`)
        .scrollIntoView({ block: 'start', behavior: isFirst || calm.matches ? 'instant' : 'smooth' });
      if (touch.matches) document.activeElement?.blur();
      else this.box();
    }
  }
}
