// Takes a token once; the server puts it into a cookie that no script can read.

const form = document.getElementById('sign-in');
const token = document.getElementById('token');
const trouble = document.getElementById('trouble');

/** The address that was asked for, if it is one of this server. A question in it is not asked unseen: any site can link here. */
function destination() {
  const to = new URL(new URLSearchParams(location.search).get('to') ?? '/', location.origin);
  if (to.origin !== location.origin) return '/';
  const question = to.searchParams.get('q');
  if (question !== null) {
    to.searchParams.delete('q');
    to.searchParams.set('draft', question);
  }
  return to.href;
}

async function session(options) {
  const response = await fetch('/api/session', { ...options, signal: AbortSignal.timeout(15_000) });
  return { ok: response.ok, body: await response.json().catch(() => null) };
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  trouble.textContent = '';
  const answer = await session({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: token.value }),
  }).catch(() => null);
  if (answer?.ok) {
    location.replace(destination());
    return;
  }
  trouble.textContent = answer?.body?.detail ?? 'Dateline cannot be reached.';
  token.select();
});

// A link from another site comes without the cookie; asked from here, the browser sends it.
const known = await session().catch(() => null);
if (known?.body?.name) location.replace(destination());
