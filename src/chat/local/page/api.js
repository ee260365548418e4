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

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** What a proxy answers while the server behind it is away. */
const proxyTrouble = [502, 503, 504];

/**
 * Follows a stream of events, whose listeners get their data. `ready` is called each time it is connected, `onLost` each time it breaks. The
 * browser reconnects by itself after a broken connection, but never after a refusal, which is also what a proxy sends during a restart.
 */
export function follow(path, listeners, onLost) {
  let pauseMs = firstPauseMs;
  const connect = () => {
    const source = new EventSource(path);
    source.addEventListener('ready', () => {
      pauseMs = firstPauseMs;
    });
    source.addEventListener('error', () => {
      onLost();
      if (source.readyState !== EventSource.CLOSED) return;
      // A login that has ended is one reason, which any request finds out.
      getJson('/api/channels').catch(() => undefined);
      setTimeout(connect, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
    for (const [name, listener] of Object.entries(listeners)) {
      source.addEventListener(name, ({ data }) => listener(data === '' ? undefined : JSON.parse(data)));
    }
  };
  connect();
}

/** What `load` resolves to, once it succeeds; `onFailed` is called each time it does not. */
export async function retried(load, onFailed) {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await load();
    } catch (error) {
      onFailed(error);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

async function request(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new ApiError(words.noAnswer);
  });
  const body = await response.json().catch(() => ({}));
  // Logged out here, elsewhere, or by time: loaded again, the page leads to the login.
  if (response.status === 401) location.reload();
  if (!response.ok) {
    const unsaid = proxyTrouble.includes(response.status) ? words.noAnswer : words.refused;
    throw new ApiError(body.error?.message ?? unsaid, body.error?.field);
  }
  return body;
}
