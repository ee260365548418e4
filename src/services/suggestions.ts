import type { CommandServices } from '../../commands/define-command.ts';
import type { ActorProfile, StorySummary } from '../answers/archive.ts';
import { topicName } from '../articles/topics.ts';
import { slipsInTopic } from '../subscriptions/topic-names.ts';
import { languageName } from '../text/languages.ts';
import { nearest } from '../text/similar-words.ts';
import { fold } from '../text/terms.ts';
import type { Catalog } from '../wording/catalog.ts';
import { nameOfLanguage } from '../wording/formats.ts';

/** What a person may pick: `label` is shown, `value` typed. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** Discord and Slack show at most 25 or 100 choices; more than this nobody reads. */
export const mostSuggestions = 20;

/** Topics by id or name in any language. */
export function topicSuggestions(
  typed: string,
  { topics }: Pick<CommandServices, 'topics'>,
  say: Catalog,
): Suggestion[] {
  const wanted = fold(typed);
  const all = topics.map((topic) => ({
    label: topicName(topic, say.locale),
    value: topic.id,
    words: [topic.id, ...Object.values(topic.name)].map(fold),
  }));
  const label = say.service.topics.everything;
  const everything = { label, value: 'everything', words: ['everything', fold(label)] };
  const begun = [...all, everything].filter(({ words }) => words.some((word) => word.startsWith(wanted)));
  const found = begun.length > 0 ? begun : closeTo(wanted, all);
  return found.map((one) => ({ label: one.label, value: one.value }));
}

/** With a slip or two in the typing; of three letters and fewer everything is close to everything. */
function closeTo<Topic extends { readonly words: readonly string[] }>(
  typed: string,
  topics: readonly Topic[],
): Topic[] {
  if (typed.length < 4) return [];
  // What continues a name is not a typo: "asia act".
  const words = topics.flatMap((topic) => topic.words).filter((word) => Math.abs(word.length - typed.length) <= 2);
  return nearest(typed, words, { slips: slipsInTopic })
    .flatMap((word) => topics.filter((topic) => topic.words.includes(word)))
    .filter((topic, index, all) => all.indexOf(topic) === index);
}

/** Actors with a word that begins so; `typedAs` says how each is typed. */
export async function actorSuggestions(
  typed: string,
  { archive }: Pick<CommandServices, 'archive'>,
  { answer }: Catalog,
  typedAs: (actor: ActorProfile) => string = ({ name }) => name,
): Promise<Suggestion[]> {
  const found = await archive.completeActors(typed, mostSuggestions);
  return found.map((actor) => ({
    label: `${actor.name} (${answer.kinds[actor.kind]}, ${answer.articles(actor.articleCount)})`,
    value: typedAs(actor),
  }));
}

/** Recent stories whose titles hold all words, those with most articles first. */
export async function findStories(
  typed: string,
  { archive }: Pick<CommandServices, 'archive'>,
): Promise<readonly StorySummary[]> {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const recent = await archive.listStories({ limit: 500 });
  return recent
    .filter(({ title }) => words.every((word) => fold(title).includes(word)))
    .toSorted((a, b) => b.articleCount - a.articleCount)
    .slice(0, mostSuggestions);
}

/** Languages of the feeds, by code or by their name in the reader's language or in English. */
export function languageSuggestions(
  typed: string,
  { languages }: Pick<CommandServices, 'languages'>,
  say: Catalog,
): Suggestion[] {
  const wanted = fold(typed);
  return languages
    .filter((code) =>
      [nameOfLanguage(code, say), languageName(code), code].some((name) => fold(name).startsWith(wanted)),
    )
    .map((code) => ({ label: `${nameOfLanguage(code, say)} (${code})`, value: code }));
}
