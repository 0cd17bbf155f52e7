// What became of a file or an address that was added, in words.

import { counted } from '../text/numbers.js';

/** "Added “Bridge opens”.", "Added 12 articles, 1 skipped.", "Not added: …" */
export function outcome({ name, state, articles, replaced = [], rejections, error }) {
  if (state === 'waiting') return 'Waiting';
  if (state === 'sending') return isAddress(name) ? 'Fetching the page' : 'Reading';
  if (state === 'undoing') return 'Taking it back';
  if (state === 'undone') return undone({ articles, replaced });
  if (state === 'failed') return rejections.length > 1 ? 'Nothing was added.' : withoutName(error, name);
  const verb = replaced.length === articles.length ? 'Replaced' : 'Added';
  const what = articles.length === 1 ? `“${articles[0].title}”` : counted(articles.length, 'article');
  const updated = verb === 'Added' && replaced.length ? `, ${replaced.length} in place of an earlier version` : '';
  const skipped = rejections.length ? `, ${rejections.length} skipped` : '';
  return `${verb} ${what}${updated}${skipped}.`;
}

/** "Taken back." or what stays. */
export function undone({ replaced = [] }) {
  return replaced.length ? `Taken back, but for ${counted(replaced.length, 'article')} that had an earlier version.` : 'Taken back.';
}

/** Whether something of it can be taken back. */
export function isUndoable({ state, articles, replaced = [] }) {
  return state === 'added' && replaced.length < articles.length;
}

const TIME = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });

/** How a feed is doing: "Asked Thu 16:07, 12 articles new or changed." */
export function feedWords({ askedAt, articles, problem }) {
  if (!askedAt) return 'Not asked yet.';
  const news = articles ? `, ${counted(articles, 'article')} new or changed` : '';
  return `Asked ${TIME.format(new Date(askedAt)).replace(',', '')}${news}.${problem ? ` ${problem}` : ''}`;
}

export function isAddress(name) {
  return /^https?:\/\//i.test(name);
}

/** A reason is a sentence about the file or the address, whose name stands beside it already. */
function withoutName(error, name) {
  const reason = error.startsWith(`${name} `) ? `it ${error.slice(name.length + 1)}` : error;
  return `Not added: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`;
}
