// Puts the page together. One direction: socket → state → view; hands on the view go back through `actions`.

import { createActions } from './actions.js';
import { Adding } from './adding/adding.js';
import { listenToFiles } from './adding/drop.js';
import { Archive } from './archive.js';
import { AnswerHands } from './answer/answer-hands.js';
import { CitationHands, numbersOf } from './article/citation-hands.js';
import { placePopover } from './article/citation-popover.js';
import { Reading } from './article/reading.js';
import { Announcer } from './conversation/announcer.js';
import { AnswerSocket } from './conversation/answer-socket.js';
import { Asking } from './conversation/asking.js';
import { runningTurn } from './conversation/conversation-state.js';
import { Focus } from './focus.js';
import { History } from './history/history.js';
import { listenToKeys } from './keyboard.js';
import { render } from './library.js';
import { ModelHands } from './model/model-hands.js';
import { Navigation } from './navigation.js';
import { page } from './page.js';
import { INITIAL_STATE, reducePage } from './page-state.js';
import { createStore } from './store.js';
import { onSystemTheme } from './theme.js';

const store = createStore(reducePage, INITIAL_STATE);
const announcer = new Announcer(document.getElementById('announcements'));
const focus = new Focus();
const asking = new Asking({ store, onAccepted: (id) => navigation.settleOn(id) });
const archive = new Archive(store);
const reading = new Reading(store);
const navigation = new Navigation({ store, asking, reading });
const history_ = new History({
  store,
  onDeleted: (id) => store.state.conversation.id === id && navigation.go('/'),
});
const adding = new Adding({ store, say: (line) => announcer.say(line), onChange: () => archive.refresh() });
const answerHands = new AnswerHands({ store, asking, say: (line) => announcer.say(line) });
const model = new ModelHands(store);
const citationHands = new CitationHands(reading);
const socket = new AnswerSocket({
  url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/chat`,
  onFrame: (frame) => asking.onFrame(frame),
  onConnection: (connection) => {
    const isBack = store.state.connection.everOpen;
    store.dispatch({ type: 'connection', ...connection });
    if (!connection.open) return;
    asking.resume();
    if (isBack) archive.refresh();
  },
  isExpecting: () => asking.expectsFrames,
});

const actions = createActions({
  store,
  asking,
  archive,
  reading,
  navigation,
  history: history_,
  adding,
  answerHands,
  model,
  focus,
  socket,
  draw,
});

let drawing = 0;

function draw() {
  cancelAnimationFrame(drawing);
  drawing = 0;
  const { state } = store;
  render(page(state, actions), document.getElementById('page'));
  document.title = titleOf(state);
  focus.afterDrawing(state);
  placePopover(citationHands.anchor);
}

function titleOf({ route, conversation, articles }) {
  const subject =
    route.name === 'article' ? articles[route.id]?.article?.title : (conversation.title ?? conversation.turns[0]?.question);
  return subject ? `${subject} · Dateline` : 'Dateline';
}

store.subscribe((state, event) => {
  drawing ||= requestAnimationFrame(draw);
  if (event.type !== 'frame') return;
  const turn = state.conversation.turns.find(({ id }) => id === event.frame.id);
  announcer.follow(turn);
  if (turn.state === 'running') return;
  history_.refresh();
  // So that a citation shows its sentence in context as soon as it is pointed at.
  for (const { articleId } of turn.citations) reading.fetch(articleId);
});

listenToKeys({
  focusBox: () => focus.box(),
  escape: () => {
    citationHands.hide();
    if (store.state.history.shown && focus.historyCovers) history_.toggle(false);
    else if (runningTurn(store.state.conversation)) asking.stop();
    else if (reading.isOpen) reading.close();
    else if (store.state.asOfShown) actions.toggleAsOf();
  },
  walk: (by) => {
    if (reading.isOpen) return reading.walk(by);
    const number =
      document.activeElement === document.body || document.activeElement.id === 'question'
        ? numbersOf().at(by > 0 ? 0 : -1)
        : null;
    number?.focus();
    return Boolean(number);
  },
});
citationHands.listenOn(document);
listenToFiles(document, { drag: (dragged) => adding.drag(dragged), drop: actions.addFiles });
addEventListener('scroll', () => placePopover(citationHands.anchor), { passive: true });
addEventListener('resize', () => store.dispatch({ type: 'redraw' }));
addEventListener('online', () => socket.connect());
document.addEventListener('visibilitychange', () => document.hidden || socket.connect());
onSystemTheme(() => store.dispatch({ type: 'redraw' }));

document.getElementById('page').replaceChildren();
draw();
asking.speakThrough(socket);
if (!focus.historyCovers && history_.wasShown) history_.toggle(true);
navigation.start();
archive.refresh();
model.refresh();
