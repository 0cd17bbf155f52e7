// Line icons, drawn for this page. Each is decoration: the words stand beside it.

import { html } from './library.js';

const draw = (path) => html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

export const icon = {
  history: draw('M3.5 10a6.5 6.5 0 1 1 2 4.7M3.2 14.9l2.1-.3.4 2.1M10 6.2V10l2.6 1.6'),
  close: draw('M5 5l10 10M15 5L5 15'),
  back: draw('M12.5 4.5L7 10l5.5 5.5'),
  forward: draw('M7.5 4.5L13 10l-5.5 5.5'),
  page: draw('M11.5 3.5h5v5M16.2 3.8L9.5 10.5M14 11.5v5H3.5V6h5'),
  copy: draw('M7 7h9.5v9.5H7zM4 13H3.5V3.5H13V4'),
  link: draw('M8.5 11.5a3 3 0 0 0 4.3 0l2.9-2.9a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.9 2.9a3 3 0 0 0 4.3 4.3l1-1'),
  up: draw('M6.5 9l3-6a1.8 1.8 0 0 1 1.8 1.8V8h4a1.2 1.2 0 0 1 1.2 1.4l-1 6a1.3 1.3 0 0 1-1.3 1.1H6.5zM3.5 9h3v7.5h-3z'),
  down: draw('M13.5 11l-3 6a1.8 1.8 0 0 1-1.8-1.8V12h-4a1.2 1.2 0 0 1-1.2-1.4l1-6a1.3 1.3 0 0 1 1.3-1.1h7.5zM16.5 11h-3V3.5h3z'),
  why: draw('M3.5 16.5v-5h3v5zM8.5 16.5v-13h3v13zM13.5 16.5v-8h3v8z'),
  ask: draw('M10 16V4.5M5 9.5l5-5 5 5'),
  stop: draw('M6 6h8v8H6z'),
  rename: draw('M3.5 16.5l.8-3.3L13 4.5l2.5 2.5-8.7 8.7zM11.5 6l2.5 2.5'),
  remove: draw('M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11'),
  theme: html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="6.5" /><path class="filled" d="M10 3.5a6.5 6.5 0 0 1 0 13z" /></svg>`,
  fresh: draw('M10 4v12M4 10h12'),
  add: draw('M10 12.5v-9M6.5 7L10 3.5 13.5 7M3.5 12v4.5h13V12'),
  calendar: draw('M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3'),
};
