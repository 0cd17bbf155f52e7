// Where the short answer stands in its sentence: its first occurrence, or nowhere. Behind relative words the answer has
// the day they mean in brackets, "Wednesday (1 March 2023)", which the sentence lacks, and a name may be given in full that
// the sentence gives in short.

export function factPieces({ text, sentence }) {
  const words = [text, text?.replace(/ \([^)]*\)/g, ''), text?.split(' ').at(-1)].find((form) => form && sentence.includes(form));
  if (!words) return { before: sentence, answer: '', after: '' };
  const start = sentence.indexOf(words);
  return { before: sentence.slice(0, start), answer: words, after: sentence.slice(start + words.length) };
}
