import { type Config, ConfigError } from '../config/config.ts';
import { type FindFeedsOptions, type FoundFeed, findFeeds } from '../feeds/find-feeds.ts';
import { HttpError } from '../runtime/http-error.ts';
import { parseLanguage } from '../subscriptions/parse-language.ts';
import { readField, UserError } from '../user-error.ts';
import { reasonWords } from '../wording/reason.ts';
import {
  changeConfiguration,
  changeFeed,
  chooseFeeds,
  type FeedEdit,
  mergeFeeds,
  mergeTopic,
  type OwnTopic,
  removeFeed,
} from './change-configuration.ts';
import type { Reloaded } from './reload.ts';

/** A feed that was found and chosen. */
export interface ChosenFeed extends Pick<FoundFeed, 'url' | 'title'> {
  readonly language?: string | undefined;
  readonly topics: readonly string[];
}

/** What an operator changes of feeds and topics while the service runs. Each change is written to the configuration file and takes effect at once. */
export interface FeedEditor {
  /** The feeds of a site by the address of any of its pages; throws UserError where there are none. */
  find(address: string): Promise<readonly FoundFeed[]>;
  add(feed: ChosenFeed): Promise<Reloaded>;
  /** Changes the name, language and topics of a feed that was added; they apply to articles that are read from now on. */
  edit(feed: FeedEdit): Promise<Reloaded>;
  /** Stops reading a feed. Its articles stay in the archive as long as all others. */
  remove(id: string): Promise<Reloaded>;
  /** Adds or changes a topic of the operator; removes it where neither name nor words are given. */
  saveTopic(topic: OwnTopic): Promise<Reloaded>;
  /** Reloads the file. */
  reload(): Promise<Reloaded>;
}

export interface FeedEditorParts extends FindFeedsOptions {
  /** The present configuration. */
  readonly config: Pick<Config, 'feeds' | 'topics'>;
  /** The configuration file. */
  readonly path: string;
  readonly reload: () => Promise<Reloaded>;
}

/** Edits the configuration file of a running service. */
export function createFeedEditor({ config, path, reload, ...finding }: FeedEditorParts): FeedEditor {
  const change = (edit: (text: string) => string): Promise<Reloaded> => {
    changeOrExplain(path, edit);
    return reload();
  };
  return {
    reload,
    find: (address) => findSiteFeeds(address, finding),
    async add(feed) {
      const { added } = chosenFeed(checkSettings(feed, config), config);
      return change((text) => mergeFeeds(text, added));
    },
    async edit(feed) {
      const checked = checkSettings(feed, config);
      return change((text) => changeFeed(text, checked));
    },
    async remove(id) {
      const used = config.feeds.list.flatMap((feed) => (feed.isOwn ? [] : [feed.id]));
      return change((text) => removeFeed(text, id, used));
    },
    saveTopic: async (topic) => change((text) => mergeTopic(text, topic)),
  };
}

/** The feeds of a site by the address of any of its pages, for people: throws UserError where none can be found. */
export async function findSiteFeeds(address: string, options: FindFeedsOptions): Promise<readonly FoundFeed[]> {
  const typed = address.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`);
  if (!url || !/^https?:$/u.test(url.protocol)) throw new UserError(({ errors }) => errors.noAddress(typed));
  try {
    const found = await findFeeds(url.href, options);
    if (found.length > 0) return found;
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.kind === 'blocked')
      throw new UserError(({ errors }) => errors.siteBlocked(new URL(error.url).host), { cause: error });
    throw new UserError((say) => say.errors.siteUnread(typed, reasonWords(error.why, say)), { cause: error });
  }
  throw new UserError(({ errors }) => errors.noFeedsThere(typed));
}

/** The language by its code, and topics that exist; throws UserError, which names the field, for what is unknown. */
function checkSettings<Settings extends Pick<ChosenFeed, 'language' | 'topics'>>(
  settings: Settings,
  { topics: known }: FeedEditorParts['config'],
): Settings {
  const { language, topics } = settings;
  const ids = known.map(({ id }) => id);
  const unknown = topics.find((topic) => !ids.includes(topic));
  if (unknown !== undefined)
    throw new UserError(({ errors }) => errors.interest.noTopic(unknown, ids.join(', ')), { field: 'topics' });
  if (language === undefined) return settings;
  return { ...settings, language: readField('language', () => parseLanguage(language)) };
}

/** The feed as the configuration will name it; throws UserError where it is configured already. */
export function chosenFeed({ url, title, language, topics }: ChosenFeed, config: FeedEditorParts['config']) {
  const proposed = { title, url, categories: topics, ...(language !== undefined && { language }) };
  const known = new Set(config.topics.map(({ id }) => id));
  const chosen = chooseFeeds([proposed], { known: config.feeds.list, topics: known });
  if (chosen.added.length === 0) throw new UserError(({ errors }) => errors.feedKnown(title));
  return chosen;
}

function changeOrExplain(path: string, edit: (text: string) => string): void {
  try {
    changeConfiguration(path, edit);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new UserError(`${error.source}: ${error.problems.join('; ')}`, { cause: error });
  }
}
