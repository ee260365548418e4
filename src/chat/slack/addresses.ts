/** Where Slack and people reach us, below the address that the operator names. */
export const paths = {
  /** At which Bolt listens. */
  events: '/slack/events',
  /** Where people begin to install the app. */
  install: '/slack/install',
  /** Where Slack sends them back to. */
  redirect: '/slack/oauth_redirect',
} as const;

/** A path below where we are reached, which may have a path itself. */
export function addressOf(path: string, publicUrl: string): string {
  return new URL(path.slice(1), publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`).href;
}
