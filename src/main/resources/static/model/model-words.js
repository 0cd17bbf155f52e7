// Who writes the answers, in a line.

/** @param report of /api/model; null while it is not known */
export function modelWords(report) {
  if (!report) return '';
  if (!report.name) return 'Answers quote the articles';
  return report.answers
    ? `${report.name} writes, each sentence is checked`
    : `${report.name} does not answer, so answers quote the articles`;
}
