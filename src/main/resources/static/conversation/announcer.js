// Tells a screen reader what happens, in whole sentences: an answer is not read out word by word as it streams.

import { readMarkers, spoken } from '../text/sentences.js';
import { counted } from '../text/numbers.js';

const KEPT_LINES = 12;

export class Announcer {
  #region;
  #said = new Map();

  constructor(region) {
    this.#region = region;
  }

  say(line) {
    if (!line) return;
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    this.#region.append(paragraph);
    while (this.#region.childElementCount > KEPT_LINES) this.#region.firstElementChild.remove();
  }

  /** Says what is new in a turn that was asked or resumed on this page. */
  follow(turn) {
    if (!turn.live) return;
    const said = this.#said.get(turn.id) ?? { begun: false, sources: false, fact: false, sentences: 0, ended: false };
    this.#said.set(turn.id, said);
    if (said.ended) return;
    if (!said.begun && turn.state === 'running') {
      said.begun = true;
      this.say('Searching.');
    }
    if (!said.sources && turn.sources.length && turn.status !== 'not_found') {
      said.sources = true;
      this.say(`${counted(turn.sources.length, 'article')} found.`);
    }
    if (!said.fact && turn.fact) {
      said.fact = true;
      this.say(`Short answer: ${turn.fact.text}`);
    }
    const isRunning = turn.state === 'running';
    const sentences = sentencesForEar(turn.text, isRunning);
    this.say(sentences.slice(said.sentences).join(' '));
    said.sentences = Math.max(said.sentences, sentences.length);
    if (!isRunning) {
      said.ended = true;
      this.say(ending(turn));
    }
  }
}

/** While the text still grows, its last sentence is left out: it may not be whole. */
export function sentencesForEar(text, isGrowing) {
  const { sentences } = readMarkers(text);
  const whole = isGrowing ? sentences.slice(0, -1) : sentences;
  return whole.map(({ start, end }) => spoken(text.slice(start, end))).filter(Boolean);
}

function ending(turn) {
  if (turn.state === 'stopped') return 'Stopped.';
  if (turn.state === 'failed') return `The answer failed. ${turn.failure.message}`;
  if (turn.status === 'not_found') return 'Not in the archive.';
  return 'End of answer.';
}
