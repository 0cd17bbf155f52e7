// Why a passage was quoted or lost, in words, from the ranks and scores that the search reports.

export const STAGES = ['words', 'meaning', 'fusion', 'date', 'reader'];

/** The rank and score of a hit in one stage, or null where the stage did not see it. */
export function stageOf(hit, name) {
  return hit.stages?.find((stage) => stage.name === name) ?? null;
}

/** @returns {{used: boolean, words: string}} */
export function verdictOn(hit, turn, hits) {
  const overlapping = turn.citations.filter(
    ({ articleId, start, end }) => articleId === hit.articleId && start < hit.end && end > hit.start,
  );
  if (overlapping.length) {
    const numbers = overlapping.map(({ number }) => `[${number}]`).join(' ');
    return { used: true, words: `Quoted as ${numbers}` };
  }
  return { used: false, words: reasonAgainst(hit, hits) };
}

function reasonAgainst(hit, hits) {
  const reader = stageOf(hit, 'reader');
  const best = Math.max(...hits.map((other) => stageOf(other, 'reader')?.score ?? -Infinity));
  if (reader && reader.score < best)
    return `Read, but another passage answers better (${score(reader.score)} against ${score(best)})`;
  if (!stageOf(hit, 'meaning') && stageOf(hit, 'words')) return 'Shares words with the question, not its meaning';
  if (!stageOf(hit, 'words') && stageOf(hit, 'meaning')) return 'Close in meaning, but shares no rare word';
  return hit.rank === 1 ? 'Found first, but no sentence of it was quoted' : 'Other passages rank higher';
}

export const score = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(2));
