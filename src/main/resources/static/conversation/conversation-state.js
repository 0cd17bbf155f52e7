// A conversation and how each event changes it: (conversation, event) → conversation. Pure.
//
// A turn is one question with what is known of its answer. Its `state` is 'running' until exactly one of 'completed',
// 'stopped' and 'failed'; its `phase` says what is being done while it runs. `seq` is the last frame taken in.

export const NEW_CONVERSATION = { id: null, title: null, turns: [] };

const TERMINAL = new Set(['completed', 'stopped', 'failed']);

export function reduceConversation(conversation, event) {
  switch (event.type) {
    case 'conversation-cleared':
      return NEW_CONVERSATION;
    case 'conversation-loaded':
      return loaded(conversation, event.conversation);
    case 'conversation-titled':
      return event.id === conversation.id ? { ...conversation, title: event.title } : conversation;
    case 'asked':
      return turnOf(conversation, event.turn.id)
        ? conversation
        : { ...conversation, turns: [...conversation.turns, newTurn(event.turn)] };
    case 'frame':
      return received(conversation, event.frame);
    case 'stop-asked':
      return changed(conversation, event.id, (turn) => ({ ...turn, stopping: true }));
    case 'feedback-given':
      return changed(conversation, event.id, (turn) => ({ ...turn, feedback: event.feedback }));
    default:
      return conversation;
  }
}

export function turnOf(conversation, id) {
  return conversation.turns.find((turn) => turn.id === id) ?? null;
}

export function runningTurn(conversation) {
  return conversation.turns.find((turn) => turn.state === 'running') ?? null;
}

/** Whether frames before this one were missed, so that the answer has to be resumed. */
export function leavesGap(conversation, frame) {
  const turn = turnOf(conversation, frame.id);
  return turn?.state === 'running' && !TERMINAL.has(frame.type) && frame.seq > turn.seq + 1;
}

/** A turn just asked; `live` because this page saw it being asked. */
function newTurn({ id, question, asOf = null, live = true, askedAt = null }) {
  return {
    id,
    question,
    asOf,
    askedAt,
    live,
    stored: false,
    seq: 0,
    state: 'running',
    phase: 'asking',
    stopping: false,
    standalone: null,
    sources: [],
    passages: null,
    fact: null,
    text: '',
    citations: [],
    status: null,
    followUps: [],
    mode: null,
    timings: null,
    tokens: null,
    notice: null,
    failure: null,
    feedback: null,
  };
}

/** A stored conversation replaces the one shown; turns that run here keep what they have, as it may be newer. */
function loaded(conversation, stored) {
  const turns = stored.turns.map((turn) => {
    const known = conversation.id === stored.id ? turnOf(conversation, turn.id) : null;
    return known ?? storedTurn(turn);
  });
  const unstored =
    conversation.id === stored.id ? conversation.turns.filter(({ id }) => !turns.some((turn) => turn.id === id)) : [];
  return { id: stored.id, title: stored.title, turns: [...turns, ...unstored] };
}

function storedTurn({ id, question, standalone, asOf, askedAt, state, answer, failure, feedback }) {
  const turn = newTurn({ id, question, asOf, askedAt, live: state === 'running' });
  const known = {
    ...(answer ? completed(turn, answer) : turn),
    standalone: standalone ?? null,
    feedback: feedback ?? null,
    stored: true,
  };
  if (state !== 'failed') return { ...known, state };
  return {
    ...known,
    state,
    failure: failure ? failureOf(failure) : { code: 'unknown', message: 'This answer failed.', retryable: true },
  };
}

function received(conversation, frame) {
  const next = changed(conversation, frame.id, (turn) => takenIn(turn, frame));
  if (frame.type === 'accepted' && frame.conversation && next !== conversation) {
    return { ...next, id: frame.conversation, title: next.title ?? next.turns[0].question };
  }
  return next;
}

/**
 * Frames arrive in order of `seq`, and number 0 belongs to no answer; one already seen or one beyond a gap changes nothing. A terminal frame is always
 * taken, since a server that has dropped the log of events still sends the stored answer.
 */
function takenIn(turn, frame) {
  if (turn.state !== 'running' || frame.seq === 0) return turn;
  if (!TERMINAL.has(frame.type) && frame.seq !== turn.seq + 1) return turn;
  const seq = Math.max(turn.seq, frame.seq);
  return { ...applied(turn, frame), seq };
}

function applied(turn, frame) {
  switch (frame.type) {
    case 'accepted':
      return { ...turn, phase: 'searching' };
    case 'rewritten':
      return { ...turn, phase: 'searching', standalone: frame.question };
    case 'sources':
      return { ...turn, phase: 'reading', sources: frame.sources, passages: frame.passages ?? null };
    case 'fact':
      return { ...turn, phase: 'writing', fact: factOf(frame) };
    case 'text':
      return { ...turn, phase: 'writing', text: turn.text + frame.delta };
    case 'citation':
      return { ...turn, citations: [...turn.citations, citationOf(frame)] };
    case 'completed':
      return { ...completed(turn, frame), state: 'completed' };
    case 'stopped':
      return { ...turn, state: 'stopped' };
    case 'failed':
      return { ...turn, state: 'failed', failure: failureOf(frame) };
    default:
      return turn;
  }
}

function completed(turn, body) {
  return {
    ...turn,
    status: body.status,
    text: body.text ?? '',
    fact: body.fact ?? null,
    citations: body.citations ?? [],
    sources: body.sources ?? [],
    followUps: body.followUps ?? [],
    mode: body.mode ?? null,
    timings: body.timings ?? null,
    tokens: body.tokens ?? null,
    notice: body.notice ?? null,
  };
}

const factOf = ({ text, sentence, citation, confidence }) => ({ text, sentence, citation, confidence });
const citationOf = ({ number, articleId, start, end, quote, verdict }) => ({ number, articleId, start, end, quote, verdict });
const failureOf = ({ code, message, retryable }) => ({ code, message, retryable: Boolean(retryable) });

function changed(conversation, id, change) {
  let touched = false;
  const turns = conversation.turns.map((turn) => {
    if (turn.id !== id) return turn;
    const next = change(turn);
    touched ||= next !== turn;
    return next;
  });
  return touched ? { ...conversation, turns } : conversation;
}
