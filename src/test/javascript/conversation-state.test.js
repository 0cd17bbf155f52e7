import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  NEW_CONVERSATION,
  leavesGap,
  reduceConversation,
  runningTurn,
} from '../../main/resources/static/conversation/conversation-state.js';

const ID = 'a-1';
const SOURCES = [{ number: 1, articleId: 'x', title: 'X', url: null, publisher: null, publishedAt: null, snippet: '' }];
const CITATION = { number: 1, articleId: 'x', start: 0, end: 4, quote: 'Xi s', verdict: 'supported' };
const COMPLETED = {
  status: 'answered',
  text: 'Xi spoke. [1]',
  fact: { text: 'Xi', sentence: 'Xi spoke.', citation: CITATION, confidence: 0.9 },
  citations: [CITATION],
  sources: SOURCES,
  followUps: ['When?'],
  mode: 'reader',
  timings: { total: 9 },
  tokens: null,
};
const FRAMES = [
  { type: 'accepted', conversation: 'c-1' },
  { type: 'rewritten', question: 'What did Xi say?' },
  { type: 'sources', sources: SOURCES, tookMs: 4 },
  { type: 'fact', ...COMPLETED.fact },
  { type: 'text', delta: 'Xi spoke.' },
  { type: 'text', delta: ' [1]' },
  { type: 'citation', ...CITATION },
  { type: 'completed', ...COMPLETED },
].map((frame, index) => ({ id: ID, seq: index + 1, ...frame }));

const asked = () => reduceConversation(NEW_CONVERSATION, { type: 'asked', turn: { id: ID, question: 'What did he say?' } });
const receive = (conversation, frames) =>
  frames.reduce((state, frame) => reduceConversation(state, { type: 'frame', frame }), conversation);

test('an answer grows frame by frame and ends as completed', () => {
  const half = receive(asked(), FRAMES.slice(0, 6)).turns[0];
  assert.equal(half.text, 'Xi spoke. [1]');
  assert.equal(half.standalone, 'What did Xi say?');
  assert.equal(half.phase, 'writing');
  assert.equal(half.state, 'running');

  const whole = receive(asked(), FRAMES);
  assert.equal(whole.id, 'c-1');
  assert.equal(whole.title, 'What did he say?');
  assert.equal(whole.turns[0].state, 'completed');
  assert.deepEqual(whole.turns[0].followUps, ['When?']);
  assert.equal(runningTurn(whole), null);
});

test('frames that come twice change nothing', () => {
  const unfinished = FRAMES.slice(0, -1);
  const twice = unfinished.flatMap((frame) => [frame, frame]);
  assert.deepEqual(receive(asked(), twice), receive(asked(), unfinished));
});

test('an answer resumed at any frame equals one never interrupted', () => {
  const whole = receive(asked(), FRAMES);
  for (let seen = 0; seen <= FRAMES.length; seen++) {
    const before = receive(asked(), FRAMES.slice(0, seen));
    assert.deepEqual(receive(before, FRAMES.slice(Math.max(0, seen - 2))), whole, `resumed after ${seen}`);
  }
});

test('a frame beyond a gap is not taken in, and the gap is noticed', () => {
  const two = receive(asked(), FRAMES.slice(0, 2));
  assert.equal(leavesGap(two, FRAMES[4]), true);
  assert.equal(leavesGap(two, FRAMES[2]), false);
  assert.equal(receive(two, [FRAMES[4]]), two);
});

test('a completed frame is taken whole, also when all others were missed', () => {
  const turn = receive(asked(), [{ ...FRAMES[7], seq: 1 }]).turns[0];
  assert.equal(turn.text, COMPLETED.text);
  assert.deepEqual(turn.citations, [CITATION]);
});

test('nothing changes an answer that has ended', () => {
  const stopped = receive(asked(), [...FRAMES.slice(0, 5), { id: ID, seq: 6, type: 'stopped' }]);
  assert.equal(stopped.turns[0].text, 'Xi spoke.');
  assert.equal(receive(stopped, [{ id: ID, seq: 7, type: 'failed', code: 'x', message: 'y' }, FRAMES[7]]), stopped);
});

test('a failed answer keeps what was read and says what may be shown', () => {
  const failed = receive(asked(), [
    ...FRAMES.slice(0, 3),
    { id: ID, seq: 4, type: 'failed', code: 'timeout', message: 'Too slow.', retryable: true },
  ]);
  assert.deepEqual(failed.turns[0].failure, { code: 'timeout', message: 'Too slow.', retryable: true });
  assert.deepEqual(failed.turns[0].sources, SOURCES);
});

test('a frame numbered 0 belongs to no answer', () => {
  const two = receive(asked(), FRAMES.slice(0, 2));
  assert.equal(receive(two, [{ id: ID, seq: 0, type: 'failed', code: 'internal', message: 'later', retryable: true }]), two);
});

test('a stored failure says what it said when it happened', () => {
  const failure = { code: 'overloaded', message: 'Too many at once.', retryable: true };
  const stored = { id: 'c-1', title: 'Xi', turns: [{ id: ID, question: 'Who?', state: 'failed', answer: null, failure }] };
  const { turns } = reduceConversation(NEW_CONVERSATION, { type: 'conversation-loaded', conversation: stored });
  assert.deepEqual(turns[0].failure, failure);
});

test('frames of another question and of unknown types are ignored', () => {
  const state = asked();
  assert.equal(receive(state, [{ id: 'other', seq: 1, type: 'text', delta: 'x' }]), state);
  assert.equal(receive(state, [{ id: ID, seq: 1, type: 'weather' }]).turns[0].text, '');
});

test('a stored conversation is shown, and its running turn waits for its frames', () => {
  const stored = {
    id: 'c-1',
    title: 'Xi',
    turns: [
      {
        id: 'a-0',
        question: 'Who?',
        asOf: null,
        askedAt: '2026-11-24T07:00:00Z',
        state: 'completed',
        answer: COMPLETED,
        standalone: 'Who is Xi?',
        feedback: { verdict: 'up', note: '' },
      },
      {
        id: ID,
        question: 'And when?',
        asOf: null,
        askedAt: '2026-11-24T07:01:00Z',
        state: 'running',
        answer: null,
        feedback: null,
      },
    ],
  };
  const state = reduceConversation(NEW_CONVERSATION, { type: 'conversation-loaded', conversation: stored });
  assert.equal(state.turns[0].text, COMPLETED.text);
  assert.equal(state.turns[0].feedback.verdict, 'up');
  assert.equal(state.turns[0].standalone, 'Who is Xi?');
  assert.equal(state.turns[0].live, false);
  assert.equal(runningTurn(state).id, ID);
  assert.equal(receive(state, FRAMES).turns[1].state, 'completed');
});

test('asking the same id again adds no second turn', () => {
  const state = asked();
  assert.equal(reduceConversation(state, { type: 'asked', turn: { id: ID, question: 'again' } }), state);
});
