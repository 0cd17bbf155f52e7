// The question this tab is waiting for, kept over a reload until the server has its conversation.

const KEY = 'dateline.running';

export function rememberAsk(turn, conversation) {
  write(JSON.stringify({ id: turn.id, question: turn.question, asOf: turn.asOf, conversation }));
}

export function forgetAsk(id) {
  if (recallAsk()?.id === id) write(null);
}

/** {id, question, asOf, conversation} or null. */
export function recallAsk() {
  try {
    const ask = JSON.parse(sessionStorage.getItem(KEY));
    return typeof ask?.id === 'string' && typeof ask.question === 'string' ? ask : null;
  } catch {
    return null;
  }
}

function write(value) {
  try {
    if (value === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, value);
  } catch {
    // Without storage a reload starts afresh.
  }
}
