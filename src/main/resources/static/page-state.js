// Everything the page shows, and how each event changes it: (state, event) → state. Pure.

import { NEW_CONVERSATION, reduceConversation } from './conversation/conversation-state.js';

export const INITIAL_STATE = {
  route: { name: 'home' },
  archive: null,
  conversation: NEW_CONVERSATION,
  /** Why the conversation or page asked for cannot be shown, or null. */
  trouble: null,
  connection: { open: true, retryAt: null, everOpen: false },
  /** What another site put into the question box; never asked unseen. */
  draft: '',
  /** Which language model is connected: {report, error}; the report is null while it is not known. */
  model: { report: null, error: null },
  asOf: null,
  asOfShown: false,
  /** By article id: {article} or {error}; absent until asked for. */
  articles: {},
  /** The article beside the answer: {articleId, start, end, turn, number} or null. */
  panel: null,
  /** The citation under the pointer or the focus: {turn, number} or null. */
  popover: null,
  /** The place to add articles: its items {key, name, state, articles, replaced, rejections, error}, the newest first. */
  adding: { shown: false, dragged: false, items: [], feeds: [] },
  history: { shown: false, query: '', conversations: null, error: null, renaming: null, deleted: [] },
  /** By turn id: {shown, hits, error}. */
  why: {},
  /** By turn id: what the actions line says, {copied, linked, noteShown, noted, refused}. */
  actions: {},
};

export function reducePage(state, event) {
  const conversation = reduceConversation(state.conversation, event);
  const next = conversation === state.conversation ? state : { ...state, conversation };
  switch (event.type) {
    case 'route':
      return { ...next, route: event.route, panel: event.panel ?? null, popover: null, trouble: null };
    case 'trouble':
      return { ...next, trouble: event.message };
    case 'archive':
      return { ...next, archive: { ...event.archive, questions: steady(state.archive, event.archive) } };
    case 'connection':
      return {
        ...next,
        connection: {
          open: event.open,
          retryAt: event.retryAt,
          everOpen: state.connection.everOpen || event.open,
        },
      };
    case 'asked':
      return { ...next, draft: '' };
    case 'draft':
      return { ...next, draft: event.draft };
    case 'model':
      return { ...next, model: event.model };
    case 'as-of':
      return { ...next, asOf: event.asOf || null };
    case 'as-of-shown':
      return { ...next, asOfShown: event.shown };
    case 'article':
      return { ...next, articles: { ...state.articles, [event.id]: event.result } };
    case 'panel':
      return { ...next, panel: event.panel, popover: null };
    case 'popover':
      return { ...next, popover: event.popover };
    case 'adding':
      return { ...next, adding: { ...state.adding, ...event.change } };
    case 'history':
      return { ...next, history: { ...state.history, ...event.change } };
    case 'conversation-titled':
      return { ...next, history: { ...state.history, conversations: titled(state.history.conversations, event) } };
    case 'why':
      return { ...next, why: { ...state.why, [event.id]: { ...state.why[event.id], ...event.change } } };
    case 'actions':
      return { ...next, actions: { ...state.actions, [event.id]: { ...state.actions[event.id], ...event.change } } };
    case 'redraw':
      return { ...next };
    default:
      return next;
  }
}

/** The questions to begin with stay as they were first shown, so that none changes under a finger. */
function steady(before, now) {
  return before?.questions.length ? before.questions : now.questions;
}

function titled(conversations, { id, title }) {
  return conversations?.map((entry) => (entry.id === id ? { ...entry, title } : entry)) ?? null;
}
