import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarkers, sentencesOf, spoken } from '../../main/resources/static/text/sentences.js';
import { sentencesForEar } from '../../main/resources/static/conversation/announcer.js';

const cut = (text, ranges) => ranges.map(({ start, end }) => text.slice(start, end));

test('a marker after the full stop belongs to the sentence before it', () => {
  const text = 'Xi spoke. [1] Then he left.[2][3] Nobody [4] asked. End';
  const { sentences, markers } = readMarkers(text);
  assert.deepEqual(
    cut(text, sentences).map((sentence) => sentence.trim()),
    ['Xi spoke. [1]', 'Then he left.[2][3]', 'Nobody [4] asked.', 'End'],
  );
  assert.deepEqual(
    sentences.map(({ numbers }) => numbers),
    [[1], [2, 3], [4], []],
  );
  assert.deepEqual(cut(text, markers), ['[1]', '[2]', '[3]', '[4]']);
});

test('a sentence that cites nothing has a mark without a number', () => {
  const { sentences, markers } = readMarkers('Xi spoke. [1] Then he sang. [?] He left [?]');
  assert.deepEqual(
    sentences.map(({ numbers }) => numbers),
    [[1], [null], [null]],
  );
  assert.equal(markers.length, 3);
  assert.equal(spoken('Then he sang. [?]'), 'Then he sang. (not supported)');
});

test('sentences cover the text without gaps', () => {
  for (const text of ['', '[1]', 'One.', 'One. [1]', '[1] One. Two [2]. Three', 'عاد الترام. [1] قالت.']) {
    const { sentences } = readMarkers(text);
    assert.equal(cut(text, sentences).join(''), sentences.length ? text : '', JSON.stringify(text));
  }
});

test('titles and initials end no sentence', () => {
  const text = 'Mr. Lavrov met J. Smith. They talked.';
  assert.deepEqual(cut(text, sentencesOf(text)), ['Mr. Lavrov met J. Smith. ', 'They talked.']);
});

test('only whole sentences are read aloud, without signs', () => {
  assert.deepEqual(sentencesForEar('It cost **212 million**. [1] The may', true), ['It cost 212 million.']);
  assert.deepEqual(sentencesForEar('It cost **212 million**. [1] The mayor left.', false), [
    'It cost 212 million.',
    'The mayor left.',
  ]);
  assert.equal(spoken('> He said *so*. [2]\n- and `more`'), 'He said so. and more');
});
