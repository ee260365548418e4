import type { Article } from '../articles/article.ts';
import { findCountry } from '../text/countries.ts';
import { baseLanguage, termsOf, wordsOf } from '../text/terms.ts';
import { type Interest, inLanguage, languagesOf, parseInterest, splitPresets } from './interest.ts';
import { interestKey } from './interest-spelling.ts';
import { isOfPreset } from './presets.ts';
import { type ArticlePlaces, liesIn, wordsIn } from './region.ts';
import type { TopicNames } from './topic-names.ts';

/** What the archive knows of articles beyond their text. */
export interface InterestSources {
  /** The ids of stories by which each of these articles is followed; several, since stories merge and belong to affairs. */
  storiesOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<number>>>;
  /** Of these articles, those that mention an actor called so. */
  mentioning(name: string, articleIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** What actors called so are called as well. */
  otherNames(name: string): Promise<readonly string[]>;
  /** The states that each of these articles names, with the sentences. */
  statesIn(articleIds: readonly string[]): Promise<ReadonlyMap<string, readonly StateMention[]>>;
}

/** A state that an article names, by its code, with the numbers of the sentences. */
export interface StateMention {
  readonly country: string;
  readonly sentences: readonly number[];
}

/** An interest ready to be matched. */
export interface ReadInterest {
  readonly interest: Interest;
  /** Equal for interests that ask for the same, in the same language. */
  readonly key: string;
  /** Languages in which an article may match. */
  readonly languages: readonly string[];
  select(articles: readonly Article[]): Promise<readonly Article[]>;
  /** The presets that it leaves out, and what they leave out of these articles; absent where there are none. */
  readonly leftOut?: {
    readonly presets: readonly string[];
    select(articles: readonly Article[]): Promise<readonly Article[]>;
  };
  /** The ids of those that match by headline and opening, rather than in passing. */
  selectMain(articles: readonly Article[]): Promise<ReadonlySet<string>>;
}

/** Reads an interest as typed, for a reader of that language. */
export type InterestReader = (typed: string, language: string) => ReadInterest;

/** Reads interests and picks articles by them; asks the archive only for what an interest speaks of. Throws UserError for a wrong one. */
export function createInterestReader(topics: TopicNames, sources: InterestSources): InterestReader {
  return (typed, language) => {
    const interest = parseInterest(typed, topics);
    const meant = inLanguage(interest, language);
    const { kept, presets } = splitPresets(interest);
    const selectBy = async (wanted: Interest, articles: readonly Article[]) => {
      const facts = await gatherFacts(wanted, articles, sources);
      return articles.filter((article) => matchesInterest(wanted, { ...article, ...facts(article) }));
    };
    const select = (articles: readonly Article[]) => selectBy(meant, articles);
    return {
      interest,
      key: interestKey(interest),
      languages: [...new Set([language, ...languagesOf(interest)])],
      select,
      ...(presets.length > 0 && {
        leftOut: {
          presets,
          async select(articles: readonly Article[]) {
            const wanted = await selectBy(inLanguage(kept, language), articles);
            return wanted.filter((article) => presets.some((preset) => isOfPreset(preset, article)));
          },
        },
      }),
      async selectMain(articles) {
        const openings = articles.map((article) => ({
          ...article,
          sentences: article.sentences.slice(0, openingSentences),
        }));
        return new Set((await select(openings)).map(({ id }) => id));
      },
    };
  };
}

async function gatherFacts(interest: Interest, articles: readonly Article[], sources: InterestSources) {
  const ids = articles.map(({ id }) => id);
  const leaves = leavesOf(interest);
  const actors = leaves.flatMap((leaf) => (leaf.kind === 'actor' ? [leaf.name] : []));
  const needs = (kind: Interest['kind']) => leaves.some((leaf) => leaf.kind === kind) && ids.length > 0;
  const [stories, states, mentions] = await Promise.all([
    needs('story') ? sources.storiesOf(ids) : undefined,
    needs('region') || leaves.some(isState) ? sources.statesIn(ids) : undefined,
    Promise.all(
      actors.map(async (name) => ({
        name,
        names: [name, ...(await sources.otherNames(name)).filter(isWholeName)],
        found: await sources.mentioning(name, ids),
      })),
    ),
  ]);
  return (article: Article) => ({
    storyIds: stories?.get(article.id),
    places: placesOf(article, states?.get(article.id) ?? []),
    actors: new Set(
      mentions.flatMap(({ name, names, found }) =>
        found.has(article.id) || headlineHas(names, article) ? [name] : [],
      ),
    ),
  });
}

/** A surname alone may be somebody else's; "NATO" is not. */
function isWholeName(name: string): boolean {
  return /\p{L}\P{L}+\p{L}|^\p{Lu}{3,}$/u.test(name) || name.toLowerCase() === name.toUpperCase();
}

/** Whether a headline, whose names are not stored, has one of these. */
function headlineHas(names: readonly string[], { headline }: Pick<Article, 'headline'>): boolean {
  const words = ` ${wordsIn(headline)} `;
  return names.some((name) => words.includes(` ${wordsIn(name)} `));
}

function leavesOf(interest: Interest): readonly Interest[] {
  if (interest.kind === 'not') return leavesOf(interest.part);
  return interest.kind === 'and' || interest.kind === 'or' ? interest.parts.flatMap(leavesOf) : [interest];
}

/** The headline and first sentences say what an article is about. */
const openingSentences = 3;
/** What an article is about, and does not only mention, is named in this many of its sentences. */
const namedOften = 3;

/** The kicker's region, and the states that the article names in its lead, or again and again. */
function placesOf({ kicker, sentences, headline, language }: Article, states: readonly StateMention[]): ArticlePlaces {
  const leads = new Set(sentences.filter(({ role }) => role === 'lead').map(({ index }) => index));
  if (leads.size === 0) leads.add(0);
  const about = states.filter(
    ({ sentences: named }) => named.length >= namedOften || named.some((sentence) => leads.has(sentence)),
  );
  const countries = [...statesNamed(headline, language), ...about.map(({ country }) => country)];
  return { labels: kicker?.region ? [kicker.region] : [], countries };
}

/** The states that a headline names, by name or people: "German parliament passes ...". */
function statesNamed(headline: string, language: string): readonly string[] {
  const words = wordsOf(headline, language).map(({ text }) => text);
  return words.flatMap((word, index) => {
    const found = findCountry(`${word} ${words[index + 1] ?? ''}`, language) ?? findCountry(word, language);
    return found && found.by !== 'capital' && /^\p{Lu}/u.test(word) ? [found.code] : [];
  });
}

/** The state that a topic is about: `germany`. */
function stateOf(topic: string): string | undefined {
  const found = findCountry(topic, 'en');
  return found?.by === 'name' ? found.code : undefined;
}

function isState(interest: Interest): boolean {
  return interest.kind === 'topic' && stateOf(interest.topic) !== undefined;
}

/** What an interest is matched against: an article with what the archive knows of it. */
export interface Matchable {
  readonly language: string;
  readonly topics: readonly string[];
  readonly headline: string;
  readonly sentences: readonly { readonly text: string }[];
  readonly storyIds?: ReadonlySet<number> | undefined;
  readonly places?: ArticlePlaces;
  /** The actors of `interest` that it mentions, by their names there. */
  readonly actors?: ReadonlySet<string>;
}

/** Whether an article is of interest. Words are compared by stem in the article's language, phrases as consecutive stems. */
export function matchesInterest(interest: Interest, article: Matchable): boolean {
  let terms: string | undefined;
  const text = (): string => {
    terms ??= searchText(article);
    return terms;
  };
  const matches = (part: Interest): boolean => {
    switch (part.kind) {
      case 'everything':
        return true;
      case 'topic':
        return article.topics.includes(part.topic) || isAboutState(article, stateOf(part.topic));
      case 'words':
        return holds(text, part.text, article.language);
      case 'actor':
        return article.actors?.has(part.name) ?? false;
      case 'story':
        return article.storyIds?.has(part.id) ?? false;
      case 'language':
        return article.language === part.language || baseLanguage(article.language) === part.language;
      case 'region':
        return article.places !== undefined && liesIn(part, article.places);
      case 'without':
        return !isOfPreset(part.preset, article);
      case 'not':
        return !matches(part.part);
      case 'and':
        return part.parts.every(matches);
      default:
        return part.parts.some(matches);
    }
  };
  return matches(interest);
}

function isAboutState({ places }: Matchable, country: string | undefined): boolean {
  return country !== undefined && (places?.countries.includes(country) ?? false);
}

/** A word without content, "in", asks for nothing. */
function holds(text: () => string, words: string, language: string): boolean {
  const wanted = termsOf(words, language).join(' ');
  return wanted === '' || text().includes(` ${wanted} `);
}

/** Terms of headline and sentences; the bar keeps a phrase from running over an end. */
function searchText({ headline, sentences, language }: Matchable): string {
  const parts = [headline, ...sentences.map(({ text }) => text)];
  return ` ${parts.map((part) => termsOf(part, language).join(' ')).join(' | ')} `;
}
