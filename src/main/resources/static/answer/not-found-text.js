// The text of an answer that was not found.

/** The heading has said that it is not in the archive; the text that begins with it need not say so again. */
export function withoutHeading(text) {
  const rest = text.replace(/^not in the archive\s*[.:–—]?\s*/i, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
