// An answer that quotes one sentence has said everything in its fact card: the same sentence is not shown a second time.

const FROM = /^From “[^]*:$/;
const ACCORDING_TO = /^(According to [^]+?), in “[^]*:$/;

/**
 * What the fact card has to add so that the text of the answer can be left out: {attribution: "According to Belta"}, or
 * {attribution: null} when the text names nobody. Null when the text says anything beyond the sentence of the fact. The
 * mode is known at the end only, so text that still grows is judged by what it is.
 */
export function saidOnce({ state, mode, fact, text, citations }) {
  if (!fact?.citation || !fact.sentence || fact.sentence === fact.text) return null;
  if (state !== 'running' && (mode !== 'reader' || citations.length !== 1)) return null;
  if (!citations.every((citation) => isSameSpan(citation, fact.citation))) return null;
  const [lead, quotation, ...more] = text.trim().split(/\n\s*\n/);
  if (more.length || !quotation?.startsWith('>')) return null;
  if (letters(quotation.replace(/\[\d+\]\s*$/, '')) !== letters(fact.sentence)) return null;
  const attribution = ACCORDING_TO.exec(lead)?.[1].replace(/\\(.)/g, '$1') ?? null;
  return attribution || FROM.test(lead) ? { attribution } : null;
}

const isSameSpan = (one, other) => ['articleId', 'start', 'end'].every((name) => one[name] === other[name]);

/** Letters and digits alone, as markdown may have escaped the signs between them. */
const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, '');
