import type { Config } from '../config/config.ts';

/** Sent with every request, so that a publisher knows who asks and can write to them. */
export function userAgent({ contact }: Pick<Config, 'contact'>): string {
  return `Kurzwelle/0.1 (self-hosted news briefings${contact ? `; ${contact}` : ''})`;
}
