import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { stringify } from 'yaml';
import type { ChannelRef } from '../../chat/chat.ts';
import { loadConfig } from '../../config/config.ts';
import { readSecret } from '../../config/environment.ts';
import { checkArchive, openDataBeside } from '../../services/open-data.ts';
import { databaseTrouble } from '../../storage/database-trouble.ts';
import { type Salvaged, salvageArchive } from '../../storage/sqlite/salvage.ts';
import type { Storage } from '../../storage/storage.ts';
import { exportArchive } from '../../storage/upkeep/move-archive.ts';
import type { ChannelSettings } from '../../subscriptions/channel-settings.ts';
import type { PostStyle } from '../../subscriptions/parse-look.ts';
import { formatQuiet } from '../../subscriptions/parse-quiet.ts';
import { describeDays, listed } from '../../subscriptions/parse-when.ts';
import type { Subscription } from '../../subscriptions/subscription.ts';
import { UserError } from '../../user-error.ts';
import { openForAnswers } from '../temporary-newsroom.ts';
import { createProgress } from '../terminal-output.ts';

/** `kurzwelle export --subscriptions`: all channels' subscriptions as YAML for `kurzwelle import`. Reads beside a running service. */
export async function exportSubscriptions(): Promise<void> {
  const { storage, services } = await openForAnswers({});
  try {
    const all = await storage.subscriptions.list();
    const channels = new Map(all.map(({ channel }) => [JSON.stringify(channel), channel]));
    const listing = [...channels].map(async ([key, channel]) => ({
      settings: await services.settings.of(channel),
      muted: await mutedIn(channel, storage),
      subscriptions: all.filter((one) => JSON.stringify(one.channel) === key),
    }));
    process.stdout.write(formatSubscriptions(await Promise.all(listing)));
  } finally {
    await storage.close();
  }
}

/** The muted stories of a channel, by the article each has its title from. */
async function mutedIn(channel: ChannelRef, { mutedStories, stories }: Storage): Promise<readonly string[]> {
  const found = await Promise.all((await mutedStories.list(channel)).map((id) => stories.find(id)));
  return [...new Set(found.flatMap((story) => story?.titleArticleId ?? []))];
}

/** All subscriptions as YAML that people can read and edit. What trouble suspended is written as active: another start finds out itself. */
export function formatSubscriptions(
  channels: readonly {
    readonly settings: ChannelSettings;
    readonly muted?: readonly string[];
    readonly subscriptions: readonly Subscription[];
  }[],
): string {
  return stringify({
    channels: channels.flatMap(({ settings, subscriptions, muted = [] }) => {
      const [first] = subscriptions;
      if (!first) return [];
      const { platform, workspaceId, channelId } = first.channel;
      const quiet = settings.quiet ? { quiet: formatQuiet(settings.quiet) } : {};
      const { zone, language } = settings;
      const unfurl = settings.unfurls ? { unfurl: true } : {};
      const listing = subscriptions.map(formatOne);
      return {
        platform,
        workspace: workspaceId,
        channel: channelId,
        zone,
        language,
        ...quiet,
        ...unfurl,
        ...(muted.length > 0 ? { muted } : {}),
        subscriptions: listing,
      };
    }),
  });
}

function formatOne({ interest, schedule, language, length, maxStories, ...rest }: Subscription) {
  return {
    interest,
    when: `${describeDays(schedule.days)} at ${listed(schedule.times)}`,
    zone: schedule.zone,
    ...(rest.as === 'digest' ? {} : { as: rest.as }),
    language,
    length,
    stories: maxStories,
    ...(rest.mention === undefined ? {} : { mention: rest.mention }),
    ...(rest.look ? { look: formatLook(rest.look) } : {}),
    ...(rest.state === 'paused' ? { paused: true } : {}),
    ...(rest.pausedUntil ? { pausedUntil: rest.pausedUntil.toString() } : {}),
    toldUntil: rest.windowStart.toString(),
    createdBy: rest.createdBy,
  };
}

function formatLook({ name, pictureUrl, color, publish, storyThreads }: NonNullable<PostStyle['look']>) {
  return {
    ...(name && { name }),
    ...(pictureUrl && { picture: pictureUrl }),
    ...(color && { color }),
    ...(publish !== undefined && { publish: publish ? 'on' : 'off' }),
    ...(storyThreads && { threads: 'story' }),
  };
}

/**
 * `kurzwelle export --archive <file>`: everything the service remembers as JSON Lines, compressed where the name ends with .gz. Tokens of
 * Slack workspaces stay sealed by KURZWELLE_TOKEN_KEY. The service should not run, or the file may hold parts of two moments.
 */
export async function exportWhole(file: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const db = await openDataBeside(loadConfig(env), env);
  const progress = createProgress({ title: 'Exporting' });
  let lines = 0;
  async function* asLines(): AsyncGenerator<string> {
    for await (const value of exportArchive(db)) {
      progress.at(++lines, Array.isArray(value) ? String(value[0]) : undefined);
      yield `${JSON.stringify(value)}\n`;
    }
  }
  try {
    const zip = file.endsWith('.gz') ? [createGzip()] : [];
    await pipeline([Readable.from(asLines()), ...zip, createWriteStream(file, { flags: 'wx' })]);
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new UserError(
      isThere ? `${file} exists. Choose another name.` : `Cannot write ${file}: ${(cause as Error).message}.`,
      { cause },
    );
  } finally {
    progress.end();
    await db.destroy();
  }
  console.log(`${file}: ${lines - 1} rows. To import them elsewhere: kurzwelle import ${file}`);
}

/** `kurzwelle export --archive <file> --salvage`: exports what is readable of a damaged archive, which stays untouched. */
export async function salvage(file: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  if (readSecret('DATABASE_URL', env) !== undefined)
    throw new UserError(
      "The archive is on a PostgreSQL server. Restore it with the server's own tools; see docs/backup.md.",
    );
  const path = checkArchive(loadConfig(env).dataDir);
  const tables: Salvaged[] = [];
  const progress = createProgress({ title: 'Saving readable data' });
  const zip = file.endsWith('.gz') ? [createGzip()] : [];
  function* lines(): Generator<string> {
    let rows = 0;
    for (const value of salvageArchive(path, (table) => tables.push(table))) {
      progress.at(rows++, tables.at(-1)?.table);
      yield `${JSON.stringify(value)}\n`;
    }
  }
  try {
    await pipeline([Readable.from(lines()), ...zip, createWriteStream(file, { flags: 'wx', mode: 0o600 })]);
  } catch (cause) {
    if (databaseTrouble(cause)?.kind === 'damaged')
      throw new UserError(`Nothing in ${path} can be read. Restore a backup; see docs/backup.md.`, { cause });
    throw new UserError(`Cannot write ${file}: ${(cause as Error).message}. Choose another name or place.`, {
      cause,
    });
  } finally {
    progress.end();
  }
  process.stdout.write(`${summary(tables, file)}\n`);
}

function summary(tables: readonly Salvaged[], file: string): string {
  const sum = (field: 'rows' | 'unreadable' | 'orphans') => tables.reduce((all, table) => all + table[field], 0);
  const harmed = tables.filter(({ unreadable, orphans }) => unreadable + orphans > 0);
  const lines = harmed.map(
    ({ table, rows, unreadable, orphans }) =>
      `  ${table}: ${rows} rows saved, ${unreadable} unreadable, ${orphans} left out because they belong to lost rows`,
  );
  return [
    `${file}: ${sum('rows')} rows saved. ${harmed.length === 0 ? 'No exported data was damaged.' : 'Damaged:'}`,
    ...lines,
    `Move dataDir away, then run: kurzwelle import ${file}`,
  ].join('\n');
}
