// The WebSocket to the server: sends messages, hands on frames, and comes back by itself after a loss. It keeps nothing
// of the conversation; whoever listens re-sends what is still open when the connection is back.

const PROTOCOL = 'dateline.v1';
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;
/** While an answer runs, a connection this silent is taken for dead: a browser does not notice a cut cable. */
const SILENCE_MS = 25_000;

export class AnswerSocket {
  #url;
  #onFrame;
  #onConnection;
  #isExpecting;
  #socket = null;
  #failures = 0;
  #retryTimer = 0;
  #silenceTimer = 0;

  /**
   * @param onFrame      called with each parsed frame
   * @param onConnection called with {open, retryAt}: `retryAt` in epoch milliseconds while waiting, otherwise null
   * @param isExpecting  whether frames are awaited now
   */
  constructor({ url, onFrame, onConnection, isExpecting }) {
    this.#url = url;
    this.#onFrame = onFrame;
    this.#onConnection = onConnection;
    this.#isExpecting = isExpecting;
  }

  connect() {
    clearTimeout(this.#retryTimer);
    if (this.#socket && this.#socket.readyState <= WebSocket.OPEN) return;
    const socket = new WebSocket(this.#url, PROTOCOL);
    this.#socket = socket;
    socket.onopen = () => {
      this.#failures = 0;
      this.#onConnection({ open: true, retryAt: null });
      this.#listenForSilence();
    };
    socket.onmessage = ({ data }) => {
      this.#listenForSilence();
      const frame = parsed(data);
      if (frame) this.#onFrame(frame);
    };
    socket.onclose = () => {
      if (socket === this.#socket) this.#lost();
    };
  }

  /** Sends when connected; returns whether it did. */
  send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    this.#listenForSilence();
    return true;
  }

  #lost() {
    this.#socket = null;
    clearTimeout(this.#silenceTimer);
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures) * (0.75 + Math.random() / 2);
    this.#failures++;
    this.#retryTimer = setTimeout(() => this.connect(), wait);
    this.#onConnection({ open: false, retryAt: Date.now() + wait });
  }

  #listenForSilence() {
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = setTimeout(() => {
      if (!this.#isExpecting()) return;
      const silent = this.#socket;
      this.#lost();
      silent?.close();
    }, SILENCE_MS);
  }
}

function parsed(data) {
  try {
    const frame = JSON.parse(data);
    return frame && typeof frame === 'object' ? frame : null;
  } catch {
    return null;
  }
}
