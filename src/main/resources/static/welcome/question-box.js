// The question box: a text that grows with what is typed, the day to answer as of, and Ask or Stop.

import { html, nothing } from '../library.js';
import { icon } from '../icons.js';
import { longDate } from '../text/dates.js';
import { number } from '../text/numbers.js';
import { LONGEST_QUESTION } from '../conversation/asking.js';
import { runningTurn } from '../conversation/conversation-state.js';

const COUNT_FROM = LONGEST_QUESTION - 200;

export function questionBox(state, actions, placeholder) {
  const isRunning = runningTurn(state.conversation) !== null;
  return html`
    <form class="box" role="search" aria-label="Ask" @submit=${(event) => submit(event, actions)}>
      <label class="unseen" for="question">Your question</label>
      <textarea id="question" name="question" rows="1" dir="auto" aria-describedby="question-count" autocomplete="off" enterkeyhint="send"
        placeholder=${placeholder} .value=${state.draft} @input=${grow} @keydown=${(event) => onKey(event)}></textarea>
      <div class="box-line">
        <button class="as-of-button" type="button" data-set=${state.asOf !== null} aria-expanded=${state.asOfShown} aria-controls="as-of" @click=${actions.toggleAsOf}>
          ${icon.calendar}<span class="as-of-words">${state.asOf ? `As of ${longDate(state.asOf)}` : 'As of today'}</span>
        </button>
        <span class="box-count" id="question-count" role="status"></span>
        ${
          isRunning
            ? html`<button class="round stop" type="button" title="Stop (Esc)" @click=${actions.stop}>${icon.stop}<span>Stop</span></button>`
            : html`<button class="round" type="submit" title="Ask (Enter)">${icon.ask}<span>Ask</span></button>`
        }
      </div>
      ${state.asOfShown ? asOf(state, actions) : nothing}
    </form>
  `;
}

function asOf(state, actions) {
  return html`
    <div class="as-of" id="as-of">
      <label for="as-of-day">Answer as of</label>
      <input id="as-of-day" type="date" .value=${state.asOf ?? ''} @change=${(event) => actions.setAsOf(event.target.value)} />
      ${state.asOf ? html`<button class="button" type="button" @click=${() => actions.setAsOf(null)}>Back to today</button>` : nothing}
      <p class="hint">As if that day were today: articles published later are left out.</p>
    </div>
  `;
}

function submit(event, actions) {
  event.preventDefault();
  const { question } = event.target.elements;
  const wasAsked = actions.ask(question.value);
  if (wasAsked) {
    question.value = '';
    fit(question);
  } else {
    question.focus();
  }
  event.target.querySelector('.box-count').textContent = wasAsked ? '' : whyNot(question.value);
}

function whyNot(question) {
  if (!question.trim()) return '';
  return question.length > LONGEST_QUESTION ? lengthWords(question) : 'Still answering. Esc stops it.';
}

function grow({ target }) {
  fit(target);
  target.form.querySelector('.box-count').textContent = lengthWords(target.value);
}

/** Nothing is cut off: a question that lost its end would be another one. */
function lengthWords({ length }) {
  if (length <= COUNT_FROM) return '';
  const count = `${number(length)} of ${number(LONGEST_QUESTION)}`;
  return length > LONGEST_QUESTION ? `${count} characters: too long to ask` : count;
}

function fit(textarea) {
  textarea.style.height = 'auto';
  textarea.style.height = `${textarea.scrollHeight}px`;
}

/** Enter asks, Shift and Enter breaks the line; Enter that ends the composition of a character does neither. */
function onKey(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit();
}
