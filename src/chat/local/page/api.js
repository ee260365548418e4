import { words } from './locale.js';

/** What went wrong in words for the person; `field` where they can do something about it. */
class ApiError extends Error {
  constructor(message, field) {
    super(message);
    this.field = field;
  }
}

export function getJson(path) {
  return request(path, {});
}

export function postJson(path, body) {
  return request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/**
 * Follows a stream of events, whose listeners get their data. The browser connects again by itself, and `ready` is called each time it did,
 * `onLost` each time it has to.
 */
export function follow(path, listeners, onLost) {
  const source = new EventSource(path);
  source.addEventListener('error', () => {
    onLost();
    // A refused stream is not tried again by the browser; a login that has ended is one reason, which any request finds out.
    if (source.readyState === EventSource.CLOSED) getJson('/api/channels').catch(() => undefined);
  });
  for (const [name, listener] of Object.entries(listeners)) {
    source.addEventListener(name, ({ data }) => listener(data === '' ? undefined : JSON.parse(data)));
  }
}

async function request(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new ApiError(words.noAnswer);
  });
  const body = await response.json().catch(() => ({}));
  // Logged out here, elsewhere, or by time: loaded again, the page leads to the login.
  if (response.status === 401) location.reload();
  if (!response.ok) throw new ApiError(body.error?.message ?? words.refused, body.error?.field);
  return body;
}
