// The colour theme: the system's, unless the reader chose the other one.

const KEY = 'dateline.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** The theme on screen now: 'dark' or 'light'. */
export function theme() {
  return document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light');
}

/** Shows the other theme. Choosing what the system already shows forgets the choice, so the system is followed again. */
export function switchTheme() {
  const chosen = theme() === 'dark' ? 'light' : 'dark';
  const followsSystem = chosen === (system.matches ? 'dark' : 'light');
  if (followsSystem) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  try {
    if (followsSystem) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, chosen);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export function onSystemTheme(listener) {
  system.addEventListener('change', listener);
}
