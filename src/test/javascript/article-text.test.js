import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inContext, paragraphsOf, piecesOf } from '../../main/resources/static/article/article-text.js';

const BODY = 'First line.\nStill first.\n\n  Second, with “quotes” 🙂.\n \nThird.';
const cut = ({ start, end }) => BODY.slice(start, end);

test('paragraphs keep the offsets of the body', () => {
  assert.deepEqual(paragraphsOf(BODY).map(cut), ['First line.\nStill first.', 'Second, with “quotes” 🙂.', 'Third.']);
  assert.deepEqual(paragraphsOf(''), []);
});

test('pieces join up to the paragraph and carry the first span that covers them', () => {
  const range = { start: 0, end: 20 };
  const pieces = piecesOf(range, [
    { start: 5, end: 10, kind: 'cited' },
    { start: 8, end: 30, kind: 'other' },
  ]);
  assert.deepEqual(pieces, [
    { start: 0, end: 5, kind: null },
    { start: 5, end: 8, kind: 'cited' },
    { start: 8, end: 10, kind: 'cited' },
    { start: 10, end: 20, kind: 'other' },
  ]);
});

test('a quote stands between what its paragraph says before and after', () => {
  const start = BODY.indexOf('with');
  const context = inContext(BODY, { start, end: start + 4 });
  assert.deepEqual(context, { before: 'Second, ', quote: 'with', after: ' “quotes” 🙂.' });
});

test('a long context is cut at words', () => {
  const body = `${'word '.repeat(60)}QUOTE ${'more '.repeat(60)}`;
  const start = body.indexOf('QUOTE');
  const { before, after } = inContext(body, { start, end: start + 5 }, 22);
  assert.equal(before, '… word word word word ');
  assert.equal(after, ' more more more more …');
});
