import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { StateStore } from '@slack/oauth';
import { z } from 'zod';
import type { InstallationRecords } from './installation.ts';

/** How long somebody may take to install the app. */
const lifetime = { minutes: 10 };

const stateContent = z.object({ nonce: z.string(), expiresAt: z.string() });

/** Why an attempt to install the app is not believed. */
class StateError extends Error {
  /** @slack/oauth decides on it. */
  readonly code = 'slack_oauth_invalid_state';

  constructor(message: string) {
    super(message);
    this.name = 'StateError';
  }
}

interface InstallStateOptions {
  readonly secret: Buffer;
  readonly records: Pick<InstallationRecords, 'useState'>;
  readonly installOptions: Parameters<StateStore['generateStateParam']>[0];
}

/**
 * What goes to Slack and comes back when somebody installs the app: signed by us, good for ten minutes and once. @slack/oauth compares it
 * with the browser's cookie too. Nothing is kept for an attempt that is never finished.
 */
export function createInstallState({ secret, records, installOptions }: InstallStateOptions): StateStore {
  const sign = (content: string) => createHmac('sha256', secret).update(content).digest();
  return {
    async generateStateParam(_options, date) {
      const expiresAt = date.toTemporalInstant().add(lifetime).toString();
      const content = Buffer.from(JSON.stringify({ nonce: randomUUID(), expiresAt })).toString('base64url');
      return `${content}.${sign(content).toString('base64url')}`;
    },

    async verifyStateParam(date, state) {
      const [content = '', signature = ''] = state.split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(content);
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        throw new StateError('The state is not signed by us');
      const { nonce, expiresAt } = stateContent.parse(JSON.parse(Buffer.from(content, 'base64url').toString()));
      const now = date.toTemporalInstant().toString();
      if (Temporal.Instant.compare(now, expiresAt) >= 0) throw new StateError('The state has expired');
      if (!(await records.useState(nonce, { now, expiresAt }))) throw new StateError('The state was used before');
      return installOptions;
    },
  };
}
