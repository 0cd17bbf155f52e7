// One line under the question: what is being done right now, in words, and afterwards how the answer came about. It
// keeps its height, so that nothing below it moves.

import { html } from '../library.js';
import { outcomeWords, progressWords } from './progress-words.js';

export function progressLine(turn, archive, connection) {
  const isRunning = turn.state === 'running';
  return html`
    <p class="progress" data-phase=${isRunning ? turn.phase : turn.state}>
      ${isRunning ? html`<i class="pulse" aria-hidden="true"></i>${progressWords(turn, archive, connection)}` : outcomeWords(turn)}
    </p>
  `;
}
