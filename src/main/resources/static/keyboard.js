// Keys that work anywhere on the page.

/**
 * @param focusBox puts the focus into the question box
 * @param escape   stops or closes what is in front
 * @param walk     goes to the next (1) or previous (-1) citation; returns whether it did
 */
export function listenToKeys({ focusBox, escape, walk }) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, target } = event;
    if (key === 'Escape') {
      escape();
    } else if (key === '/' && !isTyping(target)) {
      event.preventDefault();
      focusBox();
    } else if ((key === 'ArrowRight' || key === 'ArrowLeft') && !(isTyping(target) && !isEmptyQuestion(target))) {
      if (walk(key === 'ArrowRight' ? 1 : -1)) event.preventDefault();
    }
  });
}

function isTyping({ tagName, isContentEditable }) {
  return isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tagName);
}

/** In an empty question box the arrows have nothing else to do. */
function isEmptyQuestion({ id, value }) {
  return id === 'question' && !value;
}
