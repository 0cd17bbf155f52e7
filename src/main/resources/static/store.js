// One state for the whole page. It changes only through its reducer; whoever listens is told after each change.

export function createStore(reduce, initial) {
  let state = initial;
  const listeners = [];
  return {
    get state() {
      return state;
    },
    dispatch(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener(state, event);
    },
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
