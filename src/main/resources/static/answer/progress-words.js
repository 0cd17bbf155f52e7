// What is being done on an answer, and how it came about, in words.

import { counted, duration } from '../text/numbers.js';

export function progressWords(turn, archive, connection = { open: true }) {
  if (!connection.open) return 'Waiting for the connection';
  if (turn.stopping) return 'Stopping';
  switch (turn.phase) {
    case 'asking':
      return 'Asking';
    case 'searching':
      return archive ? `Searching ${counted(archive.articles, 'article')}` : 'Searching the archive';
    case 'reading':
      return turn.passages
        ? `Reading ${counted(turn.passages, 'passage')}`
        : `Reading ${counted(turn.sources.length, 'article')}`;
    default:
      return 'Writing';
  }
}

export function outcomeWords({ state, status, mode, timings }) {
  if (state === 'stopped') return 'Stopped';
  if (state === 'failed') return 'Failed';
  const time = Number.isFinite(timings?.total) ? duration(timings.total) : null;
  if (status === 'not_found') return time ? `Searched in ${time}` : 'Searched';
  if (status !== 'answered' || !mode) return '';
  const how = mode === 'reader' ? 'Quoted from the articles' : `Written by ${mode}`;
  return time ? `${how} in ${time}` : how;
}
