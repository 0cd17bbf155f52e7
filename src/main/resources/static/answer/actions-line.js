// The thin line under an answer: copy, link, thumbs, why this answer.

import { html, nothing } from '../library.js';
import { icon } from '../icons.js';

/** The kinds of answer that were looked up, so that there is something to explain. */
const HAS_REASONS = new Set(['answered', 'not_found']);

export function actionsLine(turn, { actions: said = {}, why }, actions) {
  const { copied = null, linked = null, noteShown = false, noted = false, refused = null } = said[turn.id] ?? {};
  const verdict = turn.feedback?.verdict;
  const thumb = (value, words, drawing) => html`
    <button class="quiet-button" type="button" aria-pressed=${verdict === value} title=${words} @click=${() => actions.judge(turn, value)}>
      ${drawing}<span class="unseen">${words}</span>
    </button>`;
  return html`
    <div class="actions" role="group" aria-label="This answer">
      <button class="quiet-button" type="button" @click=${() => actions.copyAnswer(turn)}>${icon.copy}<span>${copied ?? 'Copy'}</span></button>
      <button class="quiet-button" type="button" @click=${() => actions.copyLink(turn)}>${icon.link}<span>${linked ?? 'Link'}</span></button>
      ${thumb('up', 'Good answer', icon.up)} ${thumb('down', 'Bad answer', icon.down)}
      ${HAS_REASONS.has(turn.status) ? whyButton(turn, why, actions) : nothing}
    </div>
    ${noteShown ? noteForm(turn, actions) : nothing} ${noted ? html`<p class="hint" role="status">Noted.</p>` : nothing}
    ${refused ? html`<p class="hint" role="alert">${refused}</p>` : nothing}
  `;
}

function whyButton(turn, why, actions) {
  return html`
    <button class="quiet-button" type="button" aria-expanded=${Boolean(why[turn.id]?.shown)} aria-controls="why-${turn.id}" @click=${() => actions.toggleWhy(turn)}>
      ${icon.why}<span>Why this answer</span>
    </button>
  `;
}

function noteForm(turn, actions) {
  return html`
    <form class="note" @submit=${(event) => actions.sendNote(event, turn)}>
      <label for="note-${turn.id}">${turn.feedback?.verdict === 'down' ? 'What was wrong?' : 'What was good?'}</label>
      <input id="note-${turn.id}" name="note" maxlength="1000" autocomplete="off" placeholder="Optional" />
      <button class="button" type="submit">Send</button>
    </form>
  `;
}
