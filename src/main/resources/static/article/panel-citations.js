// The citations that the open panel can walk through.

import { turnOf } from '../conversation/conversation-state.js';

/** The citations of the panel's answer that have an article, in order of their numbers. */
export function citationsOf({ panel, conversation }) {
  const turn = panel?.turn ? turnOf(conversation, panel.turn) : null;
  return turn ? turn.citations.filter(({ articleId }) => articleId).sort((a, b) => a.number - b.number) : [];
}
