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

export function search(question, asOf, k = 12) {
  const parameters = new URLSearchParams({ q: question, k: String(k), rerank: 'true' });
  if (asOf) parameters.set('asOf', asOf);
  return call(`/api/search?${parameters}`);
}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (cause) {
    throw new ApiError('Dateline cannot be reached.', 0, cause);
  }
  if (response.status === 204) return null;
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw new ApiError(body?.detail || body?.title || `The answer was ${response.status}.`, response.status);
  }
  return body;
}

/** A call that failed; `status` is the HTTP status, 0 when there was no answer at all. */
export class ApiError extends Error {
  constructor(message, status, cause) {
    super(message, { cause });
    this.status = status;
  }
}
