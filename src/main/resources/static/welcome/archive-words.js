// What is in the archive, in a sentence.

import { localDay, longDate, relativeDate } from '../text/dates.js';
import { counted, number } from '../text/numbers.js';

/** "26,297 articles." and, while files are read, "12,304 of about 26,297 articles." */
export function readingWords({ articles, reading, awaited }) {
  return reading && awaited ? `${number(articles)} of about ${counted(articles + awaited, 'article')}` : counted(articles, 'article');
}

/** "1 article, undated. …", "26,297 articles, newest today. …" */
export function archiveSentence({ articles, undated, newest, reading, awaited, editable, folder }, today = localDay()) {
  if (reading && awaited) return `${readingWords({ articles, reading, awaited })} are read. Those can be asked about already.`;
  if (!articles) return `The archive is empty. ${editable ? 'Drop articles here, or put them' : 'Put articles'} into the folder ${folder}, and ask about them here.`;
  return `${counted(articles, 'article')}, ${age({ articles, undated, newest }, today)}. Every answer quotes ${articles === 1 ? 'it' : 'them'}.`;
}

function age({ articles, undated, newest }, today) {
  if (!newest || undated === articles) return 'undated';
  const relative = relativeDate(newest, today);
  return relative === 'today' || relative === 'yesterday' ? `newest ${relative}` : `newest of ${longDate(newest)}`;
}
