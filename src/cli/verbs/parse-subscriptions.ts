import { byLine, readYaml } from '../../config/read-yaml.ts';
import { parseLanguage } from '../../subscriptions/parse-language.ts';
import { parseQuiet } from '../../subscriptions/parse-quiet.ts';
import { parseZone } from '../../subscriptions/parse-zone.ts';
import type { TopicNames } from '../../subscriptions/topic-names.ts';
import { readField, UserError } from '../../user-error.ts';
import { checkSize } from '../read-document.ts';
import { attempt, type FileReading, readSubscription } from './read-subscription.ts';
import { type ChannelInFile, subscriptionFileSchema, type TypedChannel } from './subscription-file.ts';

/** Reads a file of subscriptions. Throws UserError with every problem and its line. */
export function parseSubscriptions(text: string, topics: TopicNames): readonly ChannelInFile[] {
  checkSize(text);
  const reading = readYaml(
    text,
    subscriptionFileSchema,
    'unknown key; see what `kurzwelle export --subscriptions` writes',
  );
  if (reading.kind === 'wrong') throw severalProblems(reading.problems);
  const { value, place } = reading;
  const problems: string[] = [];
  const channels = value.channels.map((typed, index) =>
    readChannel(typed, { place, topics, path: ['channels', index], problems }),
  );
  if (problems.length > 0) throw severalProblems(byLine(problems));
  return channels.flatMap((channel) => channel ?? []);
}

/** `line 7: ...` and so on, as one error. */
export function severalProblems(problems: readonly string[]): UserError {
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return new UserError(`${count}; nothing was imported.\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

function readChannel(typed: TypedChannel, reading: FileReading): ChannelInFile | undefined {
  const quiet = attempt(reading, () =>
    readField('quiet', () => ({ hours: typed.quiet === undefined ? undefined : parseQuiet(typed.quiet) })),
  );
  const zone = attempt(reading, () => readField('zone', () => parseZone(typed.zone)));
  const language = attempt(reading, () => readField('language', () => parseLanguage(typed.language)));
  const subscriptions = typed.subscriptions.map((one, index) =>
    readSubscription(one, typed, { ...reading, path: [...reading.path, 'subscriptions', index] }),
  );
  if (!quiet || zone === undefined || language === undefined) return undefined;
  const unfurls = typed.unfurl ? { unfurls: true } : {};
  const settings = { zone, language, ...(quiet.hours ? { quiet: quiet.hours } : {}), ...unfurls };
  const channel = { platform: typed.platform, workspaceId: typed.workspace, channelId: typed.channel };
  return { channel, settings, muted: typed.muted, subscriptions: subscriptions.flatMap((one) => one ?? []) };
}
