// Turns the markers [n] of a rendered block into citation numbers, and makes sentences that nothing supports visible.

import { readMarkers } from '../text/sentences.js';
import { articlePath } from '../route.js';

const PARAGRAPHS = 'p, li, blockquote';

/** @param turn the turn whose citations the markers name; while it runs, a marker may come before its citation */
export function decorate(fragment, turn) {
  const citations = new Map(turn.citations.map((citation) => [citation.number, citation]));
  for (const run of textRuns(fragment)) decorateRun(run, turn, citations);
  return fragment;
}

/** The text nodes of each paragraph, in order; code keeps its brackets. */
function textRuns(fragment) {
  const runs = new Map();
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement?.closest('code, pre')) continue;
    const paragraph = node.parentElement?.closest(PARAGRAPHS) ?? fragment;
    if (!runs.has(paragraph)) runs.set(paragraph, []);
    runs.get(paragraph).push(node);
  }
  return runs.values();
}

function decorateRun(nodes, turn, citations) {
  const text = nodes.map((node) => node.data).join('');
  const { markers, sentences } = readMarkers(text);
  const known = markers.filter(({ number }) => number === null || citations.has(number) || turn.state === 'running');
  const unsupported = sentences
    .filter(({ numbers }) => numbers.length && numbers.every((number) => number === null || citations.get(number)?.verdict === 'unsupported'))
    .map(({ start, end }) => ({ start, end: start + text.slice(start, end).trimEnd().length }));
  if (!known.length && !unsupported.length) return;
  const cuts = [...known, ...unsupported].flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  let offset = 0;
  for (const node of nodes) {
    const end = offset + node.length;
    const inside = [...new Set([offset, ...cuts.filter((cut) => cut > offset && cut < end), end])];
    const pieces = [];
    for (let i = 0; i + 1 < inside.length; i++) {
      const [from, to] = [inside[i], inside[i + 1]];
      const marker = known.find((range) => range.start <= from && to <= range.end);
      const doubt = unsupported.find((range) => range.start <= from && to <= range.end);
      if (marker) {
        if (from === marker.start && marker.number !== null) pieces.push(citationLink(turn, citations.get(marker.number), marker.number));
      } else {
        const isBeforeMarker = known.some(({ start }) => start === to);
        const words = isBeforeMarker ? text.slice(from, to).trimEnd() : text.slice(from, to);
        if (words) pieces.push(doubt ? span('unsupported', words) : words);
      }
      if (doubt && to === doubt.end) pieces.push(span('unsupported-note', 'not supported'));
    }
    node.replaceWith(...pieces);
    offset = end;
  }
}

/** The number of a citation, as a link to its sentence; without a citation yet, or without an article, only a number. */
export function citationLink(turn, citation, number) {
  const leads = Boolean(citation?.articleId);
  const link = document.createElement(leads ? 'a' : 'span');
  link.className = 'citation';
  link.dataset.turn = turn.id;
  link.dataset.number = number;
  if (leads) link.href = articlePath(citation.articleId, citation.start, citation.end);
  else if (citation) link.tabIndex = 0;
  if (citation) {
    link.dataset.verdict = citation.verdict;
    link.setAttribute('aria-label', `Citation ${number}`);
    link.setAttribute('aria-describedby', 'citation-popover');
    if (!leads) link.setAttribute('role', 'note');
  }
  link.textContent = number;
  return link;
}

function span(name, text) {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}
