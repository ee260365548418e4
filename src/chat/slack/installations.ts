import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../runtime/log.ts';
import type { Sealer } from '../../runtime/sealer.ts';
import { createSlackLog } from './slack-api.ts';

/** Where the app is installed, with tokens that can be used now. */
export interface Installations {
  find(id: string): Promise<Installation | undefined>;
  save(installation: Installation): Promise<void>;
  remove(id: string): Promise<void>;
  /** Encrypts with the newest key what was encrypted with an older one; how many that were. */
  reseal(): Promise<number>;
}

export interface InstallationsOptions {
  readonly records: InstallationRecords;
  readonly sealer: Sealer;
  /** Brings new tokens for those that expire. */
  readonly exchange: TokenExchange;
  readonly log: Log;
  readonly now?: () => Temporal.Instant;
}

/** Slack's tokens live twelve hours; they are exchanged this long before, so that one failure is none yet. */
const exchangeBefore = { hours: 2 };
/** Another process may have installed, removed or exchanged meanwhile. */
const rememberFor = { seconds: 30 };

/**
 * Installations over the database. A token that is about to expire is exchanged by whoever needs it first; a refresh token works once, so
 * within a process they wait for each other, and between processes the loser takes what the winner wrote.
 */
export function createInstallations(options: InstallationsOptions): Installations {
  const { records, sealer, exchange, log, now = () => Temporal.Now.instant() } = options;
  const known = new Map<
    string,
    { readonly until: Temporal.Instant; readonly found: Promise<Installation | undefined> }
  >();

  return {
    find(id) {
      const remembered = known.get(id);
      if (remembered && Temporal.Instant.compare(now(), remembered.until) < 0) return remembered.found;
      const found = load(id);
      known.set(id, { until: now().add(rememberFor), found });
      found.catch(() => known.delete(id));
      return found;
    },

    async save(installation) {
      await records.save(sealed(installation));
      known.delete(installation.id);
    },

    async remove(id) {
      await records.remove(id);
      known.delete(id);
    },

    async reseal() {
      const old = (await records.list()).filter((record) => !sealer.isCurrent(record.sealed));
      const done = await Promise.all(old.map(resealOne));
      known.clear();
      return done.filter(Boolean).length;
    },
  };

  async function resealOne(record: InstallationRecord): Promise<boolean> {
    try {
      return await records.replaceTokens(record, sealed(opened(record)));
    } catch (err) {
      log.error(
        { err, workspaceId: record.id },
        'a token in the database cannot be decrypted; see KURZWELLE_TOKEN_KEY',
      );
      return false;
    }
  }

  async function load(id: string): Promise<Installation | undefined> {
    const record = await records.find(id);
    if (!record) return undefined;
    return isExpiring(record) ? exchanged(record) : opened(record);
  }

  function isExpiring({ expiresAt }: InstallationRecord): boolean {
    const soon = now().add(exchangeBefore);
    return expiresAt !== undefined && Temporal.Instant.compare(Temporal.Instant.from(expiresAt), soon) <= 0;
  }

  async function exchanged(record: InstallationRecord): Promise<Installation> {
    const present = opened(record);
    if (present.refreshToken === undefined) return present;
    try {
      const { expiresInSeconds, ...tokens } = await exchange(present.refreshToken);
      const next = { ...present, ...tokens, expiresAt: now().add({ seconds: expiresInSeconds }).toString() };
      if (await records.replaceTokens(record, sealed(next))) return next;
    } catch (err) {
      log.warn(
        { err, workspaceId: record.id },
        "Slack's token could not be exchanged for a new one; it is tried again",
      );
    }
    const newest = await records.find(record.id);
    return newest && newest.sealed !== record.sealed ? opened(newest) : present;
  }

  function sealed({ token, refreshToken, ...rest }: Installation): InstallationRecord {
    const tokens: Tokens = { token, ...(refreshToken !== undefined && { refreshToken }) };
    return { ...rest, sealed: sealer.seal(JSON.stringify(tokens), rest.id) };
  }

  function opened({ sealed: closed, ...rest }: InstallationRecord): Installation {
    return { ...rest, ...(JSON.parse(sealer.open(closed, rest.id)) as Tokens) };
  }
}

/** Where the app is installed, as the database holds it. */
export interface InstallationRecord {
  /** Of the workspace, or of the Enterprise organization where it is installed for all of its workspaces. */
  readonly id: string;
  readonly kind: 'workspace' | 'organization';
  readonly name: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly scopes: readonly string[];
  readonly installedBy: string;
  readonly installedAt: string;
  /** Of the token, where the app lets its tokens be exchanged. */
  readonly expiresAt?: string;
  /** The tokens, encrypted. */
  readonly sealed: string;
}

/** The tokens of an installation. */
export interface Tokens {
  readonly token: string;
  /** Brings the next token; it can be used once. */
  readonly refreshToken?: string;
}

/** An installation that can be used. */
export interface Installation extends Omit<InstallationRecord, 'sealed'>, Tokens {}

/** What keeps installations: the database, or memory in tests. */
export interface InstallationRecords {
  list(): Promise<readonly InstallationRecord[]>;
  find(id: string): Promise<InstallationRecord | undefined>;
  /** Adds it, or replaces the one there was. */
  save(record: InstallationRecord): Promise<void>;
  /** New tokens in place of those that were read; false where somebody else has changed them since. */
  replaceTokens(before: InstallationRecord, after: Pick<InstallationRecord, 'sealed' | 'expiresAt'>): Promise<boolean>;
  /** Which workspaces are an organization's stays known, for when it installs the app again. */
  remove(id: string): Promise<void>;
  /** Remembers that an organization's installation holds for a workspace. */
  join(workspaceId: string, organizationId: string): Promise<void>;
  leave(workspaceId: string): Promise<void>;
  organizationOf(workspaceId: string): Promise<string | undefined>;
  workspacesOf(organizationId: string): Promise<readonly string[]>;
  /** True once for each nonce. Those that expired are forgotten. */
  useState(nonce: string, times: { readonly now: string; readonly expiresAt: string }): Promise<boolean>;
}

/** New tokens for a refresh token, which is used up by that. https://docs.slack.dev/authentication/using-token-rotation */
export type TokenExchange = (refreshToken: string) => Promise<Required<Tokens> & { readonly expiresInSeconds: number }>;

/** The app as Slack knows it. */
export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const answer = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });

/** Asks Slack once; who needs the token next asks again. */
export function createTokenExchange(
  { clientId, clientSecret }: AppCredentials,
  { slackApiUrl, log }: { readonly slackApiUrl?: string | undefined; readonly log: Log },
): TokenExchange {
  const client = new webApi.WebClient(undefined, {
    ...(slackApiUrl !== undefined && { slackApiUrl }),
    timeout: 15_000,
    retryConfig: { retries: 0 },
    logger: createSlackLog(log),
  });
  return async (refreshToken) => {
    const { access_token, refresh_token, expires_in } = answer.parse(
      await client.oauth.v2.access({
        client_id: clientId,
        client_secret: clientSecret,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      }),
    );
    return { token: access_token, refreshToken: refresh_token, expiresInSeconds: expires_in };
  };
}
