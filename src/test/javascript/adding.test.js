import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedWords, isUndoable, outcome } from '../../main/resources/static/adding/adding-words.js';
import { archiveSentence, readingWords } from '../../main/resources/static/welcome/archive-words.js';

const bridge = { id: 'b', title: 'Bridge opens' };
const rain = { id: 'r', title: 'Rain' };
const item = (change) => ({ name: 'news.jsonl', state: 'added', articles: [], replaced: [], rejections: [], ...change });

test('what became of a file is said in a sentence', () => {
  assert.equal(outcome(item({ articles: [bridge] })), 'Added “Bridge opens”.');
  assert.equal(outcome(item({ articles: [bridge, rain], rejections: [{}] })), 'Added 2 articles, 1 skipped.');
  assert.equal(outcome(item({ articles: [bridge, rain], replaced: ['b'] })), 'Added 2 articles, 1 in place of an earlier version.');
  assert.equal(outcome(item({ articles: [bridge], replaced: ['b'] })), 'Replaced “Bridge opens”.');
  assert.equal(outcome(item({ state: 'failed', error: 'news.jsonl is empty' })), 'Not added: it is empty.');
  assert.equal(outcome(item({ state: 'failed', error: 'Dateline cannot be reached.' })), 'Not added: Dateline cannot be reached.');
  assert.equal(outcome(item({ state: 'sending', name: 'https://example.org/a' })), 'Fetching the page');
  assert.equal(outcome(item({ state: 'undone', articles: [bridge, rain], replaced: ['b'] })), 'Taken back, but for 1 article that had an earlier version.');
});

test('only what took the place of nothing can be taken back', () => {
  assert.equal(isUndoable(item({ articles: [bridge, rain], replaced: ['b'] })), true);
  assert.equal(isUndoable(item({ articles: [bridge], replaced: ['b'] })), false);
  assert.equal(isUndoable(item({ state: 'undone', articles: [bridge] })), false);
  assert.equal(isUndoable(item({ state: 'failed' })), false);
});

test('while files are read the count says how many are still to come', () => {
  assert.equal(readingWords({ articles: 12304, reading: true, awaited: 13993 }), '12,304 of about 26,297 articles');
  assert.equal(readingWords({ articles: 12304, reading: true, awaited: 0 }), '12,304 articles');
  assert.equal(readingWords({ articles: 26297, reading: false, awaited: 0 }), '26,297 articles');
  assert.match(archiveSentence({ articles: 3, undated: 3, newest: null, reading: true, awaited: 2 }), /^3 of about 5 articles/);
  assert.match(archiveSentence({ articles: 0, undated: 0, newest: null, editable: true }), /Drop articles here/);
});

test('how a feed is doing is said in a line', () => {
  assert.equal(feedWords({ askedAt: null, articles: 0, problem: null }), 'Not asked yet.');
  assert.match(feedWords({ askedAt: '2026-11-26T16:07:00Z', articles: 12, problem: null }), /^Asked \w{3} \d\d:\d\d, 12 articles new or changed\.$/);
  assert.match(feedWords({ askedAt: '2026-11-26T16:07:00Z', articles: 0, problem: 'The feed answers with status 404.' }), /\. The feed answers/);
});
