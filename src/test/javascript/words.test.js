import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyText } from '../../main/resources/static/answer/copy-text.js';
import { factPieces } from '../../main/resources/static/answer/fact-text.js';
import { withoutHeading } from '../../main/resources/static/answer/not-found-text.js';
import { saidOnce } from '../../main/resources/static/answer/said-once.js';
import { publisherName } from '../../main/resources/static/answer/publisher-name.js';
import { outcomeWords, progressWords } from '../../main/resources/static/answer/progress-words.js';
import { verdictOn } from '../../main/resources/static/answer/why-words.js';
import { grouped } from '../../main/resources/static/history/history-groups.js';
import { articlePath, conversationPath, readRoute } from '../../main/resources/static/route.js';
import { longDate, relativeDate, shortDate } from '../../main/resources/static/text/dates.js';
import { counted, duration } from '../../main/resources/static/text/numbers.js';
import { archiveSentence } from '../../main/resources/static/welcome/archive-words.js';

test('dates are said absolutely and relatively, and an absent one is nothing', () => {
  assert.equal(longDate('2023-03-01'), '1 March 2023');
  assert.equal(shortDate('2024-02-29'), '29 Feb 2024');
  assert.equal(longDate(null), null);
  assert.equal(longDate('soon'), null);
  const today = '2026-11-24';
  const said = ['2026-11-24', '2026-11-23', '2026-11-21', '2026-10-15', '2026-03-01', '2023-03-01', '2026-11-27'].map((day) =>
    relativeDate(day, today),
  );
  assert.deepEqual(said, ['today', 'yesterday', '3 days ago', '5 weeks ago', '8 months ago', '3 years ago', 'in 3 days']);
});

test('an article without a publisher is of the site it lies on', () => {
  assert.equal(publisherName({ publisher: 'The Gazette', url: 'https://example.org/a' }), 'The Gazette');
  assert.equal(publisherName({ publisher: null, url: 'https://www.example.org/a?b' }), 'example.org');
  assert.equal(publisherName({ publisher: null, url: 'file:///home/a.txt' }), 'Unknown publisher');
  assert.equal(publisherName({ publisher: null, url: null }), 'Unknown publisher');
  assert.equal(publisherName(), 'Unknown publisher');
});

test('counts and durations read as words', () => {
  assert.equal(counted(1, 'article'), '1 article');
  assert.equal(counted(26297, 'article'), '26,297 articles');
  assert.equal(duration(84.4), '84 ms');
  assert.equal(duration(1234), '1.2 s');
});

test('an address survives being written and read', () => {
  const id = 'a b/ü?#%';
  assert.deepEqual(readRoute(new URL(conversationPath(id, 't 1'), 'http://x')), { name: 'conversation', id, turn: 't 1' });
  assert.deepEqual(readRoute(new URL(articlePath(id, 3, 9), 'http://x')), { name: 'article', id, start: 3, end: 9 });
  assert.deepEqual(readRoute(new URL('/?q=%20Who%3F&asOf=2023-03-01', 'http://x')), {
    name: 'home',
    question: 'Who?',
    draft: null,
    asOf: '2023-03-01',
  });
  assert.equal(readRoute(new URL('/?draft=Who%3F', 'http://x')).draft, 'Who?');
  assert.deepEqual(readRoute(new URL('/a/x?start=-1&end=1e9', 'http://x')), { name: 'article', id: 'x', start: null, end: null });
  assert.equal(readRoute(new URL('/c/%E0%A4%A', 'http://x')).id, '%E0%A4%A');
  assert.equal(readRoute(new URL('/elsewhere', 'http://x')).name, 'unknown');
});

test('the short answer is marked at its first occurrence, or not at all', () => {
  assert.deepEqual(factPieces({ text: 'Xi', sentence: 'On Xi and Xi.' }), { before: 'On ', answer: 'Xi', after: ' and Xi.' });
  assert.deepEqual(factPieces({ text: 'Xi Jinping', sentence: 'On Jinping.' }), { before: 'On ', answer: 'Jinping', after: '.' });
  assert.deepEqual(factPieces({ text: 'Putin', sentence: 'On Xi.' }), { before: 'On Xi.', answer: '', after: '' });
});

test('a copied answer names its sources, also the undated and nameless', () => {
  const turn = {
    question: 'Who?',
    fact: { text: 'Xi' },
    text: 'Xi spoke. [1]',
    citations: [{ number: 1, articleId: 'x', quote: 'Xi spoke.' }],
    sources: [{ articleId: 'x', title: 'Talks', publisher: null, publishedAt: null, url: null }],
  };
  assert.equal(copyText(turn, 'http://h'), 'Who?\n\nXi\n\nXi spoke. [1]\n\n[1] “Xi spoke.” Talks, undated. http://h/a/x');
});

test('a passage that overlaps a citation was quoted; another says why it lost', () => {
  const turn = { citations: [{ number: 2, articleId: 'x', start: 5, end: 9 }] };
  const reader = (score) => [
    { name: 'words', rank: 1, score: 2 },
    { name: 'meaning', rank: 1, score: 1 },
    { name: 'reader', rank: 1, score },
  ];
  const hits = [
    { rank: 1, articleId: 'x', start: 0, end: 6, stages: reader(0.9) },
    { rank: 2, articleId: 'x', start: 9, end: 20, stages: reader(0.1) },
    { rank: 3, articleId: 'y', start: 0, end: 6, stages: [{ name: 'words', rank: 4, score: 1 }] },
  ];
  assert.deepEqual(
    hits.map((hit) => verdictOn(hit, turn, hits).used),
    [true, false, false],
  );
  assert.equal(verdictOn(hits[0], turn, hits).words, 'Quoted as [2]');
  assert.match(verdictOn(hits[1], turn, hits).words, /0\.10 against 0\.90/);
  assert.match(verdictOn(hits[2], turn, hits).words, /Shares words/);
});

test('history is grouped by age, newest first, without empty groups', () => {
  const at = (days) => new Date(2026, 10, 24 - days, 12).toISOString();
  const groups = grouped(
    [
      { id: 1, updatedAt: at(0) },
      { id: 2, updatedAt: at(1) },
      { id: 3, updatedAt: at(400) },
    ],
    '2026-11-24',
  );
  assert.deepEqual(
    groups.map(({ title, conversations }) => [title, conversations.map(({ id }) => id)]),
    [
      ['Today', [1]],
      ['Yesterday', [2]],
      ['Older', [3]],
    ],
  );
});

test('the archive is described by size and age', () => {
  const said = (archive) => archiveSentence(archive, '2026-11-24');
  assert.match(said({ articles: 1, undated: 1, newest: null }), /^1 article, undated\. /);
  assert.match(said({ articles: 26297, undated: 0, newest: '2026-11-24' }), /^26,297 articles, newest today\. /);
  assert.match(said({ articles: 2, undated: 1, newest: '2023-03-01' }), /^2 articles, newest of 1 March 2023\. /);
  assert.match(said({ articles: 0, undated: 0, newest: null, folder: 'news/2023' }), /^The archive is empty\. .* news\/2023,/);
});

test('what is being done is said in words', () => {
  const archive = { articles: 26297 };
  const turn = { state: 'running', phase: 'asking', sources: [{}, {}], passages: null, stopping: false };
  assert.equal(progressWords(turn, archive), 'Asking');
  assert.equal(progressWords({ ...turn, phase: 'searching' }, archive), 'Searching 26,297 articles');
  assert.equal(progressWords({ ...turn, phase: 'searching' }, null), 'Searching the archive');
  assert.equal(progressWords({ ...turn, phase: 'reading' }, archive), 'Reading 2 articles');
  assert.equal(progressWords({ ...turn, phase: 'reading', passages: 12 }, archive), 'Reading 12 passages');
  assert.equal(progressWords({ ...turn, stopping: true }, archive), 'Stopping');
  assert.equal(progressWords(turn, archive, { open: false }), 'Waiting for the connection');
  assert.equal(
    outcomeWords({ state: 'completed', status: 'answered', mode: 'reader', timings: { total: 84 } }),
    'Quoted from the articles in 84 ms',
  );
  assert.equal(outcomeWords({ state: 'completed', status: 'answered', mode: 'gemma', timings: {} }), 'Written by gemma');
  assert.equal(outcomeWords({ state: 'completed', status: 'chat', mode: 'reader', timings: { total: 1 } }), '');
  assert.equal(outcomeWords({ state: 'stopped' }), 'Stopped');
});

test('a text does not repeat its heading', () => {
  assert.equal(withoutHeading('Not in the archive: the nearest articles do not say.'), 'The nearest articles do not say.');
  assert.equal(withoutHeading('No article says so.'), 'No article says so.');
  assert.equal(withoutHeading(''), '');
});

test('a text that only repeats the sentence of the short answer is said once, and who said it stays', () => {
  const citation = { articleId: 'x', start: 3, end: 40, number: 1 };
  const fact = { text: 'Belta', sentence: 'They met *today*, [sic] according to Belta.', citation };
  const text = 'From “Talks” (undated):\n\n> They met \\*today\\*, \\[sic\\] according to Belta. [1]';
  const turn = { state: 'completed', mode: 'reader', fact, text, citations: [citation] };
  assert.deepEqual(saidOnce(turn), { attribution: null });
  assert.deepEqual(saidOnce({ ...turn, text: text.replace('From', 'According to A\\_B, in') }), { attribution: 'According to A_B' });
  assert.deepEqual(saidOnce({ ...turn, state: 'running', mode: null, citations: [] }), { attribution: null });
  const more = [
    { mode: 'some-model' },
    { fact: null },
    { fact: { ...fact, text: fact.sentence } },
    { fact: { ...fact, citation: { ...citation, start: 4 } } },
    { citations: [citation, { ...citation, number: 2 }] },
    { text: `${text}\n\n> And left. [2]` },
    { text: text.replace('Belta', 'Xinhua') },
    { text: text.replace('From “Talks”', 'It is not sure at all; “Talks”') },
    { text: 'They met today.' },
    { text: '' },
  ];
  for (const change of more) assert.equal(saidOnce({ ...turn, ...change }), null, JSON.stringify(change));
});
