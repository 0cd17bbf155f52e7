// Asking, stopping and resuming: what the reader does becomes messages, what the server says becomes state.

import { leavesGap, runningTurn, turnOf } from './conversation-state.js';
import { forgetAsk, rememberAsk } from './running-ask.js';

export const LONGEST_QUESTION = 2000;

const REFUSED_WAIT_MS = 3000;

export class Asking {
  #store;
  #socket;
  #onAccepted;

  /** @param onAccepted called with the conversation's id when the server has taken a question */
  constructor({ store, onAccepted }) {
    this.#store = store;
    this.#onAccepted = onAccepted;
  }

  /** The socket reports to this object and this object sends through it, hence in two steps. */
  speakThrough(socket) {
    this.#socket = socket;
    socket.connect();
  }

  /** Asks, unless the question is blank, too long, or an answer is still running. Returns the turn's id or null. */
  ask(text, asOf = null, id = randomId()) {
    const question = text.trim();
    const { conversation } = this.#store.state;
    if (!question || question.length > LONGEST_QUESTION || runningTurn(conversation)) return null;
    const turn = { id, question, asOf, askedAt: new Date().toISOString() };
    rememberAsk(turn, conversation.id);
    this.#store.dispatch({ type: 'asked', turn });
    this.#send(turnOf(this.#store.state.conversation, id));
    return id;
  }

  stop() {
    const turn = runningTurn(this.#store.state.conversation);
    if (!turn || turn.stopping) return;
    this.#store.dispatch({ type: 'stop-asked', id: turn.id });
    this.#socket.send({ type: 'stop', id: turn.id });
  }

  feedback(id, verdict, note = '') {
    this.#store.dispatch({ type: 'feedback-given', id, feedback: { verdict, note } });
    return this.#socket.send({ type: 'feedback', id, verdict, note });
  }

  /** Takes up whatever is still running: after a reload, or when the connection is back. */
  resume() {
    const turn = runningTurn(this.#store.state.conversation);
    if (!turn) return;
    this.#send(turn);
    if (turn.stopping) this.#socket.send({ type: 'stop', id: turn.id });
  }

  get expectsFrames() {
    return runningTurn(this.#store.state.conversation) !== null;
  }

  onFrame(frame) {
    const { conversation } = this.#store.state;
    const turn = turnOf(conversation, frame.id);
    if (!turn) return;
    if (frame.seq === 0) {
      this.#onRefused(turn, frame);
      return;
    }
    if (leavesGap(conversation, frame)) {
      this.#socket.send({ type: 'resume', id: turn.id, after: turn.seq });
      return;
    }
    this.#store.dispatch({ type: 'frame', frame });
    if (frame.type === 'accepted') {
      rememberAsk(turn, frame.conversation);
      this.#onAccepted(frame.conversation);
    }
    if (turnOf(this.#store.state.conversation, frame.id).state !== 'running') forgetAsk(frame.id);
  }

  /** A frame outside of any answer says that a message was not taken: a resume is tried again, feedback is not noted. */
  #onRefused(turn, { message }) {
    if (turn.state === 'running') setTimeout(() => this.resume(), REFUSED_WAIT_MS);
    else this.#store.dispatch({ type: 'actions', id: turn.id, change: { refused: message, noted: false } });
  }

  /** A turn of which nothing came back yet may never have arrived: it is asked again, which never asks twice. */
  #send(turn) {
    const isStored = turn.seq > 0 || turn.stored;
    this.#socket.send(
      isStored
        ? { type: 'resume', id: turn.id, after: turn.seq }
        : {
            type: 'ask',
            id: turn.id,
            conversation: this.#store.state.conversation.id,
            question: turn.question,
            ...(turn.asOf && { asOf: turn.asOf }),
          },
    );
  }
}

/** 122 random bits. `crypto.randomUUID` exists only on secure origins, so plain HTTP on a home network builds its own. */
export function randomId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
