// What is in the archive, in a sentence.

import { localDay, longDate, relativeDate } from '../text/dates.js';
import { counted } from '../text/numbers.js';

/** "1 article, undated. …", "26,297 articles, newest today. …" */
export function archiveSentence({ articles, undated, newest }, today = localDay()) {
  if (!articles) return 'The archive is empty. Put articles into the folder data/articles and ask about them here.';
  return `${counted(articles, 'article')}, ${age({ articles, undated, newest }, today)}. Every answer quotes ${articles === 1 ? 'it' : 'them'}.`;
}

function age({ articles, undated, newest }, today) {
  if (!newest || undated === articles) return 'undated';
  const relative = relativeDate(newest, today);
  return relative === 'today' || relative === 'yesterday' ? `newest ${relative}` : `newest of ${longDate(newest)}`;
}
