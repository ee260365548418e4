import { createHmac } from 'node:crypto';

export const signingSecret = 'shared by Slack and us';

export interface Signing {
  readonly secret?: string;
  readonly ageSeconds?: number;
  /** Instead of the type that follows from the body. */
  readonly type?: string;
}

/** A request as Slack signs it: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function sendSigned(
  origin: string,
  body: string | object,
  { secret = signingSecret, ageSeconds = 0, type }: Signing = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = Math.floor(Date.now() / 1_000) - ageSeconds;
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex');
  return fetch(`${origin}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type ?? (typeof body === 'string' ? 'application/x-www-form-urlencoded' : 'application/json'),
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
    },
    body: text,
  });
}

/** How Slack brings over HTTP what it brings over a socket otherwise; gives what is answered in the response. */
export function signedDelivery(origin: string): (type: string, payload: object) => Promise<unknown> {
  return async (type, payload) => {
    const response = await sendSigned(origin, bodyOf(type, payload));
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
}

function bodyOf(type: string, payload: object): string | object {
  if (type === 'events_api') return payload;
  if (type === 'slash_commands') return new URLSearchParams(payload as Record<string, string>).toString();
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}
