import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { AnswerSocket } from '../../main/resources/static/conversation/answer-socket.js';

class FakeWebSocket {
  static OPEN = 1;
  static made = [];
  readyState = 0;
  sent = [];

  constructor(url, protocol) {
    Object.assign(this, { url, protocol });
    FakeWebSocket.made.push(this);
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  open() {
    this.readyState = 1;
    this.onopen();
  }

  close() {
    this.readyState = 3;
    this.onclose();
  }
}

let frames;
let connections;
let expecting;
let socket;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  globalThis.WebSocket = FakeWebSocket;
  FakeWebSocket.made = [];
  frames = [];
  connections = [];
  expecting = true;
  socket = new AnswerSocket({
    url: 'ws://localhost/ws/chat',
    onFrame: (frame) => frames.push(frame),
    onConnection: (connection) => connections.push(connection),
    isExpecting: () => expecting,
  });
  socket.connect();
});

afterEach(() => mock.timers.reset());

test('speaks the sub-protocol and sends only when connected', () => {
  const [made] = FakeWebSocket.made;
  assert.equal(made.protocol, 'dateline.v1');
  assert.equal(socket.send({ type: 'stop', id: 'x' }), false);
  made.open();
  assert.equal(socket.send({ type: 'stop', id: 'x' }), true);
  assert.deepEqual(made.sent, [{ type: 'stop', id: 'x' }]);
});

test('hands on whole frames and drops what is no frame', () => {
  const [made] = FakeWebSocket.made;
  made.open();
  for (const data of ['{"id":"x","seq":1}', '{"id":', 'null', '3']) made.onmessage({ data });
  assert.deepEqual(frames, [{ id: 'x', seq: 1 }]);
});

test('comes back after a loss, waiting longer each time, at most a quarter of a minute and a bit', () => {
  FakeWebSocket.made[0].open();
  const waits = [];
  for (let loss = 0; loss < 8; loss++) {
    FakeWebSocket.made.at(-1).close();
    const wait = connections.at(-1).retryAt - Date.now();
    waits.push(wait);
    mock.timers.tick(Math.ceil(wait));
    assert.equal(FakeWebSocket.made.length, loss + 2);
  }
  assert.ok(waits[0] < 600 && waits[7] > waits[0], `${waits}`);
  assert.ok(Math.max(...waits) <= 18_750, `${waits}`);
  FakeWebSocket.made.at(-1).open();
  assert.deepEqual(connections.at(-1), { open: true, retryAt: null });
});

test('a connection silent while an answer is awaited is given up', () => {
  FakeWebSocket.made[0].open();
  socket.send({ type: 'ask', id: 'x' });
  mock.timers.tick(25_000);
  assert.equal(connections.at(-1).open, false);
  mock.timers.tick(1000);
  assert.equal(FakeWebSocket.made.length, 2);
});

test('a connection silent while nothing is awaited is kept', () => {
  FakeWebSocket.made[0].open();
  expecting = false;
  mock.timers.tick(60_000);
  assert.equal(FakeWebSocket.made.length, 1);
});

test('connecting again while connected does nothing', () => {
  FakeWebSocket.made[0].open();
  socket.connect();
  assert.equal(FakeWebSocket.made.length, 1);
});
