// One question and its answer, top to bottom.

import { html, nothing } from '../library.js';
import { longDate } from '../text/dates.js';
import { actionsLine } from './actions-line.js';
import { factCard } from './fact-card.js';
import { notFound } from './not-found.js';
import { progressLine } from './progress.js';
import { prose } from './prose.js';
import { saidOnce } from './said-once.js';
import { sourceCards } from './sources.js';
import { why } from './why.js';

export function turnView(turn, state, actions, { isLast, isFollowUp }) {
  return html`
    <section class="turn ${isLast && turn.live ? 'turn-live' : ''}" id="turn-${turn.id}" data-state=${turn.state} data-status=${turn.status ?? nothing}
      aria-label="Question and answer" aria-busy=${turn.state === 'running'}>
      <h2 class="question" dir="auto" tabindex="-1">${turn.question}</h2>
      ${understanding(turn, isFollowUp)} ${progressLine(turn, state.archive, state.connection)}
      <div class="answer">${answer(turn, state, actions)}</div>
    </section>
  `;
}

/**
 * The standalone question that was searched, and the day the question was asked as of. A follow-up is mostly searched in
 * other words, so the line is kept free for them until the search is over.
 */
function understanding({ question, standalone, asOf, phase, state }, isFollowUp) {
  const differs = standalone && standalone.trim() !== question.trim();
  const mayDiffer = isFollowUp && state === 'running' && (phase === 'asking' || phase === 'searching');
  if (!differs && !asOf) return mayDiffer ? html`<p class="understanding" aria-hidden="true">&nbsp;</p>` : nothing;
  return html`<p class="understanding">
    ${differs ? html`<span>Searched for <q dir="auto">${standalone}</q></span>` : nothing}
    ${asOf ? html`<span>As of ${longDate(asOf)}</span>` : nothing}
  </p>`;
}

function answer(turn, state, actions) {
  if (turn.state === 'completed' && turn.status === 'not_found') {
    return html`${notFound(turn, state.archive, actions)} ${followUps(turn, actions)} ${actionsLine(turn, state, actions)} ${why(turn, state, actions)}`;
  }
  const once = saidOnce(turn);
  return html`
    ${sourceCards(turn, actions)} ${factCard(turn, once?.attribution)} ${turn.text && !once ? prose(turn) : nothing}
    ${ending(turn, actions)}
    ${turn.state === 'completed' ? html`${followUps(turn, actions)} ${actionsLine(turn, state, actions)} ${why(turn, state, actions)}` : nothing}
  `;
}

function ending(turn, actions) {
  if (turn.state === 'stopped') {
    return html`<p class="ending"><button class="button" type="button" @click=${() => actions.askAgain(turn)}>Ask again</button></p>`;
  }
  if (turn.state === 'failed') {
    return html`
      <div class="ending failure" role="alert">
        <p>${turn.failure.message || 'This answer failed.'}</p>
        ${mayAskAgain(turn.failure) ? html`<button class="button" type="button" @click=${() => actions.askAgain(turn)}>Try again</button>` : nothing}
      </div>
    `;
  }
  return turn.notice ? html`<p class="notice">${turn.notice}</p>` : nothing;
}

/** A question the server has lost can be asked afresh, although repeating the lost one is of no use. */
function mayAskAgain({ code, retryable }) {
  return retryable || code === 'unknown_id';
}

function followUps(turn, actions) {
  if (!turn.followUps.length) return nothing;
  return html`
    <section class="follow-ups" aria-label="Follow-up questions">
      <ul>
        ${turn.followUps.map((question) => html`<li><button type="button" dir="auto" @click=${() => actions.ask(question)}>${question}</button></li>`)}
      </ul>
    </section>
  `;
}
