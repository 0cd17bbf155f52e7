// The HTTP calls of the page. Each resolves to the body or rejects with an Error whose message may be shown.

const PATIENCE_MS = 15_000;

export const archive = () => call('/api/archive');
export const model = () => call('/api/model');
export const article = (id) => call(`/api/articles/${encodeURIComponent(id)}`);
export const conversation = (id) => call(`/api/conversations/${encodeURIComponent(id)}`);
export const conversations = (query) => call(`/api/conversations?${new URLSearchParams({ q: query })}`);

export const renameConversation = (id, title) =>
  call(`/api/conversations/${encodeURIComponent(id)}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title }),
  });

/** `keepalive` lets the call outlive the page. */
export const deleteConversation = (id) =>
  call(`/api/conversations/${encodeURIComponent(id)}`, { method: 'DELETE', keepalive: true });

/** A file may be large and a page slow: both may take as long as the server lets them. */
const ADDING_PATIENCE_MS = 120_000;

export function addFile(file) {
  const body = new FormData();
  body.append('file', file);
  return call('/api/articles', { method: 'POST', body }, ADDING_PATIENCE_MS);
}

export const addPage = (url) =>
  call(
    '/api/articles',
    { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ url }) },
    ADDING_PATIENCE_MS,
  );

export const feeds = () => call('/api/feeds');

export const deleteArticle = (id) => call(`/api/articles/${encodeURIComponent(id)}`, { method: 'DELETE' });

export function search(question, asOf, k = 12) {
  const parameters = new URLSearchParams({ q: question, k: String(k), rerank: 'true' });
  if (asOf) parameters.set('asOf', asOf);
  return call(`/api/search?${parameters}`);
}

async function call(path, options = {}, patience = PATIENCE_MS) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(patience) });
  } catch (cause) {
    throw new ApiError('Dateline cannot be reached.', 0, cause);
  }
  if (response.status === 204) return null;
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw new ApiError(body?.detail || body?.title || `The answer was ${response.status}.`, response.status, undefined, body);
  }
  return body;
}

/** A call that failed; `status` is the HTTP status, 0 when there was no answer at all, `body` the problem that the server described. */
export class ApiError extends Error {
  constructor(message, status, cause, body = null) {
    super(message, { cause });
    this.status = status;
    this.body = body;
  }
}
