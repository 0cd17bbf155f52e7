// An article's body as paragraphs and marked pieces. Offsets are half-open, in UTF-16 units of the body.

/** The paragraphs of a body with their offsets: [{start, end}]. A blank line parts two of them. */
export function paragraphsOf(body) {
  const paragraphs = [];
  for (const match of body.matchAll(/\S[^]*?(?=\s*\n[^\S\n]*\n|\s*$)/g)) {
    paragraphs.push({ start: match.index, end: match.index + match[0].length });
  }
  return paragraphs;
}

/**
 * Cuts a range into pieces, so that each piece lies within or outside of every span.
 *
 * @param spans [{start, end, kind}]; where spans overlap the first one wins
 * @returns {{start, end, kind: string | null}[]} in order, without gaps
 */
export function piecesOf({ start, end }, spans) {
  const cuts = new Set([start, end]);
  for (const span of spans) {
    for (const cut of [span.start, span.end]) if (cut > start && cut < end) cuts.add(cut);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const piece = { start: sorted[i], end: sorted[i + 1] };
    const owner = spans.find((span) => span.start <= piece.start && span.end >= piece.end);
    pieces.push({ ...piece, kind: owner?.kind ?? null });
  }
  return pieces;
}

/** What stands before and after a span, cut at word ends, within its paragraph: {before, quote, after}. */
export function inContext(body, { start, end }, reach = 140) {
  const paragraph = paragraphsOf(body).find((range) => range.start <= start && start < range.end);
  const left = Math.max(paragraph?.start ?? start, 0);
  const right = Math.max(paragraph?.end ?? end, end);
  return {
    before: tail(body.slice(left, start), reach),
    quote: body.slice(start, end),
    after: head(body.slice(end, right), reach),
  };
}

function tail(text, reach) {
  if (text.length <= reach) return text;
  return `… ${text.slice(-reach).replace(/^\S*\s+/, '')}`;
}

function head(text, reach) {
  if (text.length <= reach) return text;
  return `${text.slice(0, reach).replace(/\s+\S*$/, '')} …`;
}
