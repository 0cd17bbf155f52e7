// An answer's markdown as DOM. The words come from a model or an article, so nothing in them may become markup of its
// own: raw HTML shows as text, images as their description, a link only where it leads to a cited article.

import { DOMPurify, Marked } from '../library.js';

const ALLOWED = {
  ALLOWED_TAGS: ['p', 'ul', 'ol', 'li', 'em', 'strong', 'del', 'blockquote', 'code', 'pre', 'br', 'hr', 'a'],
  ALLOWED_ATTR: ['href', 'start', 'rel', 'target'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

let linkable = new Set();

const marked = new Marked({
  renderer: {
    image: ({ text }) => escaped(text),
    checkbox: () => '',
    text(token) {
      return token.tokens ? this.parser.parseInline(token.tokens) : escaped(token.text);
    },
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return linkable.has(href) ? `<a href="${escaped(href)}" rel="noopener noreferrer" target="_blank">${words}</a>` : words;
    },
    table: ({ raw }) => `<p>${escaped(raw)}</p>`,
  },
  tokenizer: {
    // HTML is not recognised at all, so it stays text.
    html: () => undefined,
    tag: () => undefined,
    // "[1]: https://…" would turn the citation marker [1] into a link.
    def: () => undefined,
  },
});

/**
 * The blocks of a text, in order, as [{raw, html}]. While a text grows only its last block changes.
 */
export function blocksOf(text) {
  return marked.lexer(text).filter(({ type }) => type !== 'space');
}

/** One block as a document fragment; `urls` are the addresses a link may lead to. */
export function blockFragment(block, urls) {
  linkable = urls;
  const fragment = DOMPurify.sanitize(marked.parser([block]), ALLOWED);
  fragment.normalize();
  return fragment;
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
