import type { Log } from '../../runtime/log.ts';
import type { Sealer } from '../../runtime/sealer.ts';
import type { Installation, InstallationRecord, InstallationRecords, Tokens } from './installation.ts';
import type { TokenExchange } from './token-exchange.ts';

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
