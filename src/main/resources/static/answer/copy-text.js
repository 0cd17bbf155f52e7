// An answer as plain text for the clipboard, its citations resolved to numbered sources.

import { longDate } from '../text/dates.js';

/** @param origin scheme and host of this page, to make the links of articles without an address of their own */
export function copyText(turn, origin) {
  const lines = [turn.question, ''];
  if (turn.fact) lines.push(turn.fact.text, '');
  if (turn.text) lines.push(turn.text.trim(), '');
  for (const { number, articleId, quote } of turn.citations) {
    const source = turn.sources.find((candidate) => candidate.articleId === articleId);
    const origin_ = source?.url ?? `${origin}/a/${encodeURIComponent(articleId ?? '')}`;
    const from = [source?.publisher, source?.title, longDate(source?.publishedAt) ?? 'undated'].filter(Boolean).join(', ');
    lines.push(`[${number}] “${quote}” ${from}. ${origin_}`);
  }
  return lines.join('\n').trim();
}
