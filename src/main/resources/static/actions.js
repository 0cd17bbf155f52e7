// What hands can do on the page. The views call these and change nothing themselves.

import { opensElsewhere } from './article/citation-hands.js';
import { conversationPath } from './route.js';
import { switchTheme } from './theme.js';

export function createActions({ store, asking, archive, reading, navigation, history, adding, answerHands, model, focus, socket, draw }) {
  const showAdding = () => {
    adding.show(true);
    draw();
    const place = document.getElementById('adding');
    if (!place.open) place.showModal();
  };
  return {
    ask: (question) => {
      const { route, trouble, asOf } = store.state;
      if (question.trim() && (route.name === 'article' || trouble)) navigation.go('/');
      return asking.ask(question, asOf);
    },
    askAgain: (turn) => asking.ask(turn.question, turn.asOf),
    stop: () => asking.stop(),
    reconnect: () => socket.connect(),
    goHome: onLink(() => {
      navigation.go('/');
      archive.refresh();
      focus.box();
    }),
    switchTheme: () => {
      switchTheme();
      store.dispatch({ type: 'redraw' });
    },
    openModel: () => model.open(),
    closeModel: () => model.close(),
    toggleAsOf: () => store.dispatch({ type: 'as-of-shown', shown: !store.state.asOfShown }),
    setAsOf: (asOf) => store.dispatch({ type: 'as-of', asOf }),

    openSource: onLink((source, turn) =>
      reading.open({ articleId: source.articleId, start: 0, end: 0, turn: turn.id, number: null }),
    ),
    openPassage: onLink((hit) =>
      reading.open({ articleId: hit.articleId, start: hit.start, end: hit.end, turn: null, number: null }),
    ),
    closePanel: () => reading.close(),
    walkPanel: (by) => reading.walk(by),

    copyAnswer: (turn) => answerHands.copyAnswer(turn),
    copyLink: (turn) => answerHands.copyLink(turn),
    judge: (turn, verdict) => answerHands.judge(turn, verdict),
    sendNote: (event, turn) => {
      event.preventDefault();
      answerHands.sendNote(turn, event.target.elements.note.value);
    },
    toggleWhy: (turn) => answerHands.toggleWhy(turn),

    toggleHistory: () => history.toggle(),
    searchHistory: (query) => history.search(query),
    openConversation: onLink((id) => {
      if (focus.historyCovers) history.toggle(false);
      navigation.go(conversationPath(id));
    }),
    beginRename: (id) => {
      history.beginRename(id);
      draw();
      document.querySelector('.rename input')?.select();
    },
    rename: (event, id) => {
      event.preventDefault();
      const { title } = event.target.form?.elements ?? event.target.elements;
      if (store.state.history.renaming === id) history.rename(id, title.value);
    },
    cancelRenameOnEscape: (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      history.beginRename(null);
    },
    delete: (id) => {
      history.delete(id);
      draw();
      document.querySelector(`[data-undo="${CSS.escape(id)}"]`)?.focus();
    },
    undoDelete: (id) => history.undoDelete(id),

    openAdding: () => {
      showAdding();
      archive.refresh();
      document.getElementById('adding-address').focus();
    },
    closeAdding: () => {
      const place = document.getElementById('adding');
      if (place.open) place.close();
      else adding.show(false);
    },
    addFiles: (files) => {
      if (!adding.isAllowed || !files.length) return;
      showAdding();
      adding.files(files);
    },
    addPage: (address) => adding.page(address),
    undoAdding: (key) => adding.undo(key),
    openAdded: onLink((id) => {
      document.getElementById('adding').close();
      reading.open({ articleId: id, start: 0, end: 0, turn: null, number: null });
    }),
  };
}

/** An action on a link that the browser may also open in a new tab. */
function onLink(action) {
  return (event, ...rest) => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    action(...rest);
  };
}
