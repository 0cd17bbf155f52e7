// The streamed text of an answer. Text that grows keeps the nodes it already has, so that a hovered or focused citation
// stays where it is.

import { isWebAddress } from '../article/article-view.js';
import { Directive, directive, html } from '../library.js';
import { blockFragment, blocksOf } from './markdown.js';
import { decorate } from './markers.js';

export function prose(turn) {
  return html`<div class="prose" dir="auto" ${intoElement(turn)}></div>`;
}

class ProseDirective extends Directive {
  #shown = null;

  render() {}

  update({ element }, [turn]) {
    if (this.#isShown(turn)) return;
    this.#shown = turn;
    const urls = new Set(turn.sources.map(({ url }) => url).filter(isWebAddress));
    const fragment = document.createDocumentFragment();
    for (const block of blocksOf(turn.text)) fragment.append(decorate(blockFragment(block, urls), turn));
    for (const paragraph of fragment.querySelectorAll('p, li, blockquote')) paragraph.dir = 'auto';
    patchChildren(element, fragment);
    element.dataset.streaming = turn.state === 'running';
  }

  #isShown({ text, citations, sources, state }) {
    const shown = this.#shown;
    return shown && shown.text === text && shown.citations === citations && shown.sources === sources && shown.state === state;
  }
}

const intoElement = directive(ProseDirective);

/** Makes the children of `target` equal to those of `wanted`, changing as few nodes as possible. */
export function patchChildren(target, wanted) {
  const next = [...wanted.childNodes];
  next.forEach((node, index) => {
    const old = target.childNodes[index];
    if (!old) target.append(node);
    else if (!old.isEqualNode(node)) patchNode(old, node);
  });
  while (target.childNodes.length > next.length) target.lastChild.remove();
}

function patchNode(old, node) {
  if (old.nodeType === Node.TEXT_NODE && node.nodeType === Node.TEXT_NODE) {
    old.data = node.data;
  } else if (old.nodeName === node.nodeName && old.nodeType === Node.ELEMENT_NODE && sameAttributes(old, node)) {
    patchChildren(old, node);
  } else {
    old.replaceWith(node);
  }
}

function sameAttributes(one, other) {
  return (
    one.attributes.length === other.attributes.length &&
    [...one.attributes].every(({ name, value }) => other.getAttribute(name) === value)
  );
}
