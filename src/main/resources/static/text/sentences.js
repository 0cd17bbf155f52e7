// Sentences and citation markers of an answer's text.

const MARKER = /\[(\d{1,3}|\?)\]/g;
const ABBREVIATION = /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|Jr|Sr|No|vs|U\.S|U\.K|U\.N|[A-Z])\.\s*$/;
const segmenter = Intl.Segmenter ? new Intl.Segmenter('en', { granularity: 'sentence' }) : null;

/** Half-open ranges of the sentences of a text, in order; white space after a sentence belongs to it. */
export function sentencesOf(text) {
  const ranges = [];
  let start = 0;
  for (const end of boundaries(text)) {
    if (end < text.length && ABBREVIATION.test(text.slice(start, end))) continue;
    ranges.push({ start, end });
    start = end;
  }
  return ranges;
}

/**
 * The markers `[n]` of a text and its sentences; `[?]`, behind a sentence that cites nothing, has the number null. A marker belongs to the sentence before it, also when it stands after
 * the full stop.
 *
 * @returns {{markers: {start, end, number}[], sentences: {start, end, numbers: number[]}[]}} offsets into `text`
 */
export function readMarkers(text) {
  const markers = [...text.matchAll(MARKER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    number: match[1] === '?' ? null : Number(match[1]),
  }));
  const plain = text.replace(MARKER, '');
  const sentences = sentencesOf(plain).map(({ start, end }) => ({ start, end, numbers: [] }));
  let removed = 0;
  for (const marker of markers) {
    const before = plain.slice(0, marker.start - removed).trimEnd().length;
    const owner = sentences.find((sentence) => before <= sentence.end && before > sentence.start) ?? sentences[0];
    owner?.numbers.push(marker.number);
    removed += marker.end - marker.start;
  }
  for (const sentence of sentences) {
    sentence.start = original(sentence.start, markers, false);
    sentence.end = original(sentence.end, markers, true);
  }
  for (let i = 1; i < sentences.length; i++) sentences[i].start = sentences[i - 1].end;
  return { markers, sentences };
}

/** An answer's text without markers and markdown signs, as it is read aloud or searched. */
export function spoken(text) {
  return text
    .replace(/\s*\[\d{1,3}\]/g, '')
    .replace(/\[\?\]/g, '(not supported)')
    .replace(/^\s*(?:>|[-*+]|\d+\.|#{1,6})\s+/gm, '')
    .replace(/(\*\*|__|\*|_|`)(?=\S)(.+?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Maps an offset of the text without markers back; a sentence's end takes the markers that stand right after it. */
function original(offset, markers, withMarkers) {
  let position = offset;
  for (const { start, end } of markers) {
    if (start < position || (withMarkers && start === position)) position += end - start;
  }
  return position;
}

function boundaries(text) {
  if (segmenter) return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);
  const ends = [...text.matchAll(/[.!?]+["”’)]*\s+/g)].map((match) => match.index + match[0].length);
  if (ends.at(-1) !== text.length && text.length) ends.push(text.length);
  return ends;
}
