// A small line while the connection is lost. It heals by itself.

import { html, nothing } from '../library.js';

export function connectionLine({ connection }, actions) {
  if (connection.open) return nothing;
  return html`
    <p class="connection" role="status">
      <span>${connection.everOpen ? 'Connection lost. Trying again.' : 'Dateline cannot be reached. Trying again.'}</span>
      <button class="button" type="button" @click=${actions.reconnect}>Now</button>
    </p>
  `;
}
