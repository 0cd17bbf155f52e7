// What pointer and keyboard do with citation numbers: hover and focus show the popover, a click opens the article at the
// sentence, arrows walk from one to the next. One listener for all of them, as the prose makes them anew.

const SHOW_AFTER_MS = 90;
const HIDE_AFTER_MS = 180;

export class CitationHands {
  #reading;
  #timer = 0;
  #anchor = null;

  constructor(reading) {
    this.#reading = reading;
  }

  /** The citation number whose popover is shown; a redrawn one is found again by what it stands for. */
  get anchor() {
    if (this.#anchor && !this.#anchor.isConnected)
      this.#anchor = numbersOf(this.#anchor.dataset.turn).find(sameAs(this.#anchor)) ?? null;
    return this.#anchor;
  }

  listenOn(root) {
    root.addEventListener('pointerover', ({ target, pointerType }) => {
      if (pointerType === 'touch') return;
      const number = target.closest('.citation');
      if (number) this.#soon(() => this.#show(number), SHOW_AFTER_MS);
      else if (target.closest('.popover')) clearTimeout(this.#timer);
      else this.#soon(() => this.#hideUnlessFocused(), HIDE_AFTER_MS);
    });
    root.addEventListener('focusin', ({ target }) => {
      const number = target.closest('.citation');
      if (number?.matches(':focus-visible')) this.#show(number);
      else this.hide();
    });
    root.addEventListener('click', (event) => {
      const number = event.target.closest('a.citation');
      if (!number || opensElsewhere(event)) return;
      event.preventDefault();
      this.hide();
      number.focus({ preventScroll: true });
      this.#reading.openCitation(number.dataset.turn, Number(number.dataset.number));
    });
    root.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const number = step && event.target.closest('.citation');
      if (!number || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const numbers = numbersOf();
      const isRightToLeft = getComputedStyle(number).direction === 'rtl';
      const next = numbers[numbers.indexOf(number) + (isRightToLeft ? -step : step)];
      next?.focus();
      if (next && this.#reading.isOpen) this.#reading.openCitation(next.dataset.turn, Number(next.dataset.number));
    });
  }

  hide() {
    clearTimeout(this.#timer);
    this.#anchor = null;
    this.#reading.hidePopover();
  }

  #show(number) {
    clearTimeout(this.#timer);
    this.#anchor = number;
    this.#reading.showPopover(number.dataset.turn, Number(number.dataset.number));
  }

  #hideUnlessFocused() {
    if (document.activeElement !== this.#anchor || !this.#anchor?.matches(':focus-visible')) this.hide();
  }

  #soon(action, delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, delay);
  }
}

/** The citation numbers on the page that can be focused, in reading order. */
export function numbersOf(turn) {
  const numbers = [...document.querySelectorAll('a.citation, .citation[tabindex]')];
  return turn ? numbers.filter(({ dataset }) => dataset.turn === turn) : numbers;
}

/** A click that the browser should treat as usual: a new tab or window. */
export function opensElsewhere(event) {
  return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

const sameAs = (gone) => (number) => number.dataset.number === gone.dataset.number;
