import { type Kysely, sql } from 'kysely';

interface Reason {
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | Reason>>;
}

/**
 * Why something is suspended, failed or troubled is kept as `{ code, facts }`, so that it can be written in any language. Until now it was
 * an English sentence: those that were ours become what they said, all others text that is shown as it is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await convert(db, 'subscriptions', 'reason');
  await convert(db, 'deliveries', 'reason');
  await convert(db, 'feeds', 'problem');
  await convertAlerts(db);
}

async function convert(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  const [rows, value] = [sql.table(table), sql.ref(column)];
  const { rows: found } = await sql<{ text: string }>`
    select distinct ${value} as text from ${rows} where ${value} is not null`.execute(db);
  for (const { text } of found)
    await sql`update ${rows} set ${value} = ${JSON.stringify(reasonFrom(text))} where ${value} = ${text}`.execute(db);
}

/** Ongoing problems that the operator was notified of, by key: titles. */
async function convertAlerts(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ value: string }>`select value from service_facts where name = 'operator-alerts'`.execute(
    db,
  );
  const told = rows.map(({ value }) => parsed(value)).find((value) => value !== undefined);
  if (!told) return;
  const entries = Object.entries(told).map(([key, title]) => [key, reasonFrom(String(title))]);
  await sql`update service_facts set value = ${JSON.stringify(Object.fromEntries(entries))}
    where name = 'operator-alerts'`.execute(db);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    // The operator is notified again of what cannot be read, as before.
    return undefined;
  }
}

const longestReason = 400;

function reasonFrom(text: string): Reason {
  const at = /^(https?:\/\/\S+): (.+)$/su.exec(text);
  if (at) return { code: 'at', facts: { url: at[1] ?? '', why: reasonFrom(at[2] ?? '') } };
  // Longer than any that was written: what a server said may have stood in one.
  if (text.length > longestReason) return { code: 'other', facts: { text } };
  for (const { code, names, matches } of patterns) {
    const found = matches.exec(text);
    if (!found) continue;
    if (names.length === 0) return { code };
    const facts = names.map((name, place) => [name, factFrom(code, name, found[place + 1] ?? '')] as const);
    return { code, facts: Object.fromEntries(facts) };
  }
  return { code: 'other', facts: { text } };
}

/** A reason within a reason, where the sentence had one. */
function factFrom(code: string, name: string, text: string): string | Reason {
  if (code === 'scopeNeeded' && name === 'code') return { code: 'slackCode', facts: { code: text } };
  if (code !== 'slackRefused') return text;
  const inner = reasonFrom(text);
  return inner.code === 'scopeNeeded' ? inner : { code: 'slackCode', facts: { code: text } };
}

/** The sentences as they were written until now; never to be changed with the catalog. */
const sentences: Readonly<Record<string, string>> = {
  dead: 'A briefing could not be delivered ({platform}, {channel})',
  diskNearlyFull: 'The disk is nearly full',
  archiveDamaged: 'The archive is damaged',
  unreachable: '{platform} cannot be reached',
  notRead: 'it could not be read',
  noEntries: 'it lists no entries',
  stale: 'nothing new for {days} days, longer than its habit',
  robots: 'robots.txt asks not to fetch this feed',
  statusAndWait: 'the server answered with status {status}; it asks to wait {seconds} s',
  status: 'the server answered with status {status}',
  html: 'an HTML page came instead of a feed',
  otherXml: 'the document is XML with root <{root}>, not RSS or Atom',
  jsonFeed: 'the document is a JSON Feed; use the RSS or Atom address of the same site',
  emptyDocument: 'the document is empty',
  notXml: 'the document is not XML; it begins with {opening}',
  broken: 'the feed is not well-formed and no entry could be read: {reason}',
  timeout: 'no whole answer within {seconds} s',
  tooLarge: 'the answer is larger than the {most} allowed',
  redirects: 'more than {most} redirects',
  noWebAddress: 'is not a web address',
  noName: 'no address is known for {host}; is there a network?',
  nobodyThere: 'nobody answers at {host}',
  brokenOff: 'the connection broke off',
  untrusted: 'its certificate is not to be trusted ({code})',
  channelDeleted: 'the channel was deleted',
  channelArchived: 'the channel was archived',
  channelIdChanged: 'Slack gave the channel another id, {id}; subscribe there anew',
  removedFromChannel: 'Kurzwelle was removed from the channel',
  removedFromServer: 'the bot was removed from the server',
  uninstalled: 'Kurzwelle was uninstalled from the workspace',
  tokenRevoked: 'the token of Kurzwelle was revoked',
  takenFromWorkspace: 'the organization took Kurzwelle from this workspace',
  notInstalled: 'Kurzwelle is not installed in the Slack workspace {workspace}',
  permissionMissing: '{name} is missing in #{channel}',
  permissionsMissing: '{names} are missing in #{channel}',
  discordRefused: 'Discord refused to {what}: {message} ({code})',
  slackRefused: 'Slack refused: {why}',
  scopeNeeded: '{code} (needs the scope {scope})',
  isPaused: 'the subscription is paused',
  isSuspended: 'the subscription is suspended',
  coveredLater: 'a later briefing was delivered first and told its news',
  laterSlotDue: 'a later slot came due before this one was delivered',
  notRunning: 'the service was not running in time',
  notInTime: 'it could not be delivered in time',
  allSentBefore: 'the channel was told all of it before',
  noAlertsWanted: 'the subscription wants no alerts any more',
  quietHours: "the channel's quiet hours began",
  dropped: 'dropped by the operator',
};

const patterns = Object.entries(sentences).map(([code, sentence]) => {
  const parts = sentence.split(/\{(\w+)\}/u);
  const source = parts.map((part, place) => (place % 2 === 0 ? RegExp.escape(part) : '(.+?)')).join('');
  return { code, names: parts.filter((_, place) => place % 2 === 1), matches: new RegExp(`^${source}$`, 'su') };
});
