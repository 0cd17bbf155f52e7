// Who published an article, as far as it says.

const UNKNOWN = 'Unknown publisher';

/** The publisher; else the site that the article lies on. */
export function publisherName({ publisher, url } = {}) {
  return publisher ?? site(url) ?? UNKNOWN;
}

function site(url) {
  if (!URL.canParse(url ?? '')) return null;
  const { protocol, hostname } = new URL(url);
  return protocol.startsWith('http') ? hostname.replace(/^www\./, '') : null;
}
