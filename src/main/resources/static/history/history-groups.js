// Conversations grouped by how long ago they were last used.

import { localDay } from '../text/dates.js';

const DAY_MS = 86_400_000;
const GROUPS = [
  ['Today', 0],
  ['Yesterday', 1],
  ['Last seven days', 7],
  ['Last thirty days', 30],
  ['Older', Infinity],
];

/** [{title, conversations}] in order, empty groups left out. `conversations` come newest first. */
export function grouped(conversations, today = localDay()) {
  const groups = GROUPS.map(([title]) => ({ title, conversations: [] }));
  for (const conversation of conversations) {
    const days = Math.round((Date.parse(today) - Date.parse(localDay(conversation.updatedAt))) / DAY_MS);
    groups[GROUPS.findIndex(([, limit]) => days <= limit)].conversations.push(conversation);
  }
  return groups.filter(({ conversations: members }) => members.length);
}
