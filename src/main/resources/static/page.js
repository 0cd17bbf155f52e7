// The whole page as a function of the state.

import { html, nothing, repeat } from './library.js';
import { icon } from './icons.js';
import { addingView } from './adding/adding-view.js';
import { articlePanel } from './article/article-panel.js';
import { articleView } from './article/article-view.js';
import { citationPopover } from './article/citation-popover.js';
import { connectionLine } from './conversation/connection-line.js';
import { historyView } from './history/history-view.js';
import { modelDialog, modelLine } from './model/model-line.js';
import { questionBox } from './welcome/question-box.js';
import { turnView } from './answer/turn-view.js';
import { welcome } from './welcome/welcome.js';

export function page(state, actions) {
  return html`
    <a class="skip" href="#main">Skip to the content</a>
    ${masthead(state, actions)}
    <div class="columns" data-history=${state.history.shown} data-panel=${state.panel !== null}>
      ${historyView(state, actions)}
      ${state.history.shown ? html`<div class="shade" @click=${actions.toggleHistory}></div>` : nothing}
      <main id="main" tabindex="-1">${content(state, actions)} ${citationPopover(state)}</main>
      ${state.panel ? html`<div class="shade for-panel" @click=${actions.closePanel}></div>` : nothing}
      ${articlePanel(state, actions)}
    </div>
    ${modelDialog(state, actions)}
    ${addingView(state, actions)}
  `;
}

function masthead(state, actions) {
  const isWelcome = isFirstVisit(state);
  return html`
    <header class="masthead">
      <button class="quiet-button" type="button" aria-expanded=${state.history.shown} aria-controls="history" @click=${actions.toggleHistory}>
        ${icon.history}<span>History</span>
      </button>
      ${isWelcome ? nothing : html`<a class="wordmark" href="/" @click=${actions.goHome}>Dateline</a>`}
      <span class="masthead-end">
        ${state.archive?.editable ? html`<button class="quiet-button" type="button" aria-haspopup="dialog" @click=${actions.openAdding}>${icon.add}<span>Add articles</span></button>` : nothing}
        ${isWelcome ? nothing : html`<a class="quiet-button" href="/" @click=${actions.goHome}>${icon.fresh}<span>New question</span></a>`}
        <button class="quiet-button" type="button" title="Dark or light" @click=${actions.switchTheme}>${icon.theme}<span class="unseen">Dark or light</span></button>
      </span>
      ${connectionLine(state, actions)}
    </header>
  `;
}

export function isFirstVisit({ route, conversation, trouble }) {
  return route.name === 'home' && !conversation.turns.length && !trouble;
}

function content(state, actions) {
  if (state.trouble) return trouble(state, actions);
  if (state.route.name === 'article') return articlePage(state, actions);
  if (isFirstVisit(state)) return welcome(state, actions);
  return conversationPage(state, actions);
}

function conversationPage(state, actions) {
  const { turns, title } = state.conversation;
  return html`
    <div class="conversation">
      <h1 class="unseen">${title ?? 'Conversation'}</h1>
      ${repeat(
        turns,
        ({ id }) => id,
        (turn, index) => turnView(turn, state, actions, { isLast: index === turns.length - 1, isFollowUp: index > 0 }),
      )}
    </div>
    ${composer(state, actions, turns.length ? 'Ask a follow-up' : 'Ask about the news')}
  `;
}

function composer(state, actions, placeholder) {
  return html`<div class="composer">${questionBox(state, actions, placeholder)} ${modelLine(state, actions)}</div>`;
}

function articlePage(state, actions) {
  const { id, start, end } = state.route;
  return html`
    <div class="article-page">
      ${articleView({ result: state.articles[id], cited: end > start ? { start, end } : null, level: 1 })}
    </div>
    ${composer(state, actions, 'Ask about the news')}
  `;
}

function trouble(state, actions) {
  return html`
    <div class="trouble">
      <h1>Nothing here.</h1>
      <p>${state.trouble}</p>
    </div>
    ${composer(state, actions, 'Ask about the news')}
  `;
}
