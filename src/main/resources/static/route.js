// The addresses of the page. Everything that reads or writes one is here.

/** What an address asks for: {name: 'home' | 'conversation' | 'article' | 'unknown', …}. */
export function readRoute({ pathname, search = '', hash = '' }) {
  const parameters = new URLSearchParams(search);
  const [first, second, ...more] = pathname.split('/').filter(Boolean).map(decode);
  if (!first) {
    return { name: 'home', question: text(parameters.get('q')), draft: text(parameters.get('draft')), asOf: day(parameters.get('asOf')) };
  }
  if (second && !more.length) {
    if (first === 'c') {
      return { name: 'conversation', id: second, turn: hash.startsWith('#turn-') ? decode(hash.slice(6)) : null };
    }
    if (first === 'a') {
      return { name: 'article', id: second, start: offset(parameters.get('start')), end: offset(parameters.get('end')) };
    }
  }
  return { name: 'unknown' };
}

export function conversationPath(id, turn) {
  return `/c/${encodeURIComponent(id)}${turn ? `#turn-${encodeURIComponent(turn)}` : ''}`;
}

export function articlePath(id, start, end) {
  const span = end > start ? `?start=${start}&end=${end}` : '';
  return `/a/${encodeURIComponent(id)}${span}`;
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function text(value) {
  return value?.trim() || null;
}

function offset(value) {
  return /^\d{1,9}$/.test(value ?? '') ? Number(value) : null;
}

function day(value) {
  return /^\d{4}-\d\d-\d\d$/.test(value ?? '') ? value : null;
}
