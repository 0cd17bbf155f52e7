// Who published an article, as far as it says.

const UNKNOWN = 'Unknown publisher';

export function publisherName(article) {
  return knownPublisher(article) ?? UNKNOWN;
}

/** The publisher, else the site that the article lies on, else null. */
export function knownPublisher({ publisher, url } = {}) {
  return publisher ?? site(url);
}

function site(url) {
  if (!URL.canParse(url ?? '')) return null;
  const { protocol, hostname } = new URL(url);
  return protocol.startsWith('http') ? hostname.replace(/^www\./, '') : null;
}
