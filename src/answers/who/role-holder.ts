import { type Article, sentenceAt } from '../../articles/article.ts';
import { isVerb } from '../../reading/find-verbs.ts';
import { isA } from '../../reading/lexicon.ts';
import { readText } from '../../reading/read-text.ts';
import { marks } from '../../text/marks.ts';
import { baseLanguage, fold, termsOf, type Word, wordsOf } from '../../text/terms.ts';
import type { ActorProfile, Archive, RoleInArticle } from '../archive.ts';
import { type ArticleSentence, readContent } from '../article-sentences.ts';
import { statesIn } from '../ask/question.ts';
import { isOffice, isSameOffice, officeWords } from './offices.ts';

/** Who holds an office, with the place where the archive says so last. */
export interface RoleHolder {
  readonly actor: ActorProfile;
  readonly role: RoleInArticle;
}

const articlesRead = 60;
const actorsRead = 100;

/**
 * Who holds the office that a phrase names, by the roles stored with articles: "german chancellor", "president of serbia", "ECB President".
 * The newest statement counts, of an interim holder as well; a former holder only where the phrase asks for one. Undefined if the archive names nobody.
 */
export async function findRoleHolder(
  phrase: string,
  language: string,
  archive: Archive,
): Promise<RoleHolder | undefined> {
  const asked = readOffice(withoutMoment(phrase), language);
  if (asked.terms.length === 0) return undefined;
  const hits = await archive.searchArticles(asked.terms, { mode: 'any', limit: articlesRead, language });
  const roles = await archive.rolesIn(hits.map(({ article }) => article.id));
  const articles = new Map(hits.map(({ article }) => [article.id, article]));
  const fitting = roles.filter(
    (one) =>
      one.actor.kind === 'person' &&
      isOffice(one.role) &&
      isOfficeAsked(asked, one.role) &&
      one.former === asked.isFormer &&
      (one.former || !isFormerSince(one, roles)),
  );
  const evidence = (one: RoleInArticle) => evidenceFor(asked, one, articles.get(one.articleId), language);
  const [best] = fitting
    .map((role) => ({ role, weight: evidence(role) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || Temporal.Instant.compare(b.role.publishedAt, a.role.publishedAt));
  return best && { actor: best.role.actor, role: best.role };
}

/**
 * How surely a role is the one asked for, 0 if it is not: its own words say so; what stands beside it does; its article is on no other state,
 * and the role names none. Somebody about to leave office is the holder only if nobody else is.
 */
function evidenceFor(asked: AskedOffice, one: RoleInArticle, article: Article | undefined, language: string): number {
  const sentence = (article && sentenceAt(article, one.sentence)?.text) ?? '';
  const isLeaving = leaving.test(one.role) ? 0.1 : 1;
  if (fitsDetails(asked, one.role, language)) return 3 * isLeaving;
  if (fitsDetails(asked, aroundRole(one, sentence), language)) return 2 * isLeaving;
  const { countries } = readContent(`${article?.headline} ${sentence}`, language);
  const isOnlyState = countries.size === 1 && asked.countries.size === 1 && asked.countries.isSubsetOf(countries);
  return isOnlyState && asked.details.every((term) => termsOf(one.role, language).includes(term)) ? isLeaving : 0;
}

const leaving = /(?<!\p{L})(?:outgoing|departing|scheidende[nr]?)(?!\p{L})/iu;

/** Somebody whom an article as new or newer calls a former holder. */
function isFormerSince(one: RoleInArticle, roles: readonly RoleInArticle[]): boolean {
  return roles.some(
    (other) =>
      other.former &&
      other.actor.id === one.actor.id &&
      Temporal.Instant.compare(other.publishedAt, one.publishedAt) >= 0 &&
      isSameOffice(other.role, one.role),
  );
}

interface AskedOffice {
  /** As asked, without "former". */
  readonly office: string;
  readonly isFormer: boolean;
  readonly terms: readonly string[];
  /** What must stand in the role or its sentence: states, and words that are not the office: "ECB". */
  readonly countries: ReadonlySet<string>;
  readonly details: readonly string[];
}

const former = /(?<!\p{L})(?:former|ex|previous|last|früher\w*|ehemalig\w*)(?!\p{L})[- ]?/giu;

/** "Norland's minister" is the minister of Norland. */
const owning = /(?<=\p{L})['’]s(?!\p{L})/gu;

function readOffice(phrase: string, language: string): AskedOffice {
  const office = phrase.replaceAll(former, '').replaceAll(owning, '').trim();
  const words = wordsOf(office, language);
  const countries = statesIn(words, language);
  const own = words.filter((_, index) => {
    const beside = [words.slice(index, index + 2), words.slice(Math.max(0, index - 1), index + 1)];
    return (
      statesIn(words.slice(index, index + 1), language).size === 0 && !beside.some((run) => isOneState(run, language))
    );
  });
  return {
    office: own.map(({ text }) => text).join(' '),
    isFormer: phrase.replaceAll(former, '') !== phrase,
    terms: termsOf(office, language),
    countries,
    details: own.flatMap(({ text }) => termsOf(text, language)),
  };
}

/** "South Korea", of which neither word is a state. */
function isOneState(words: readonly Word[], language: string): boolean {
  return (
    words.length === 2 &&
    statesIn(words, language).size > 0 &&
    words.every((word) => statesIn([word], language).size === 0)
  );
}

/** The office itself in all its words, and no more: neither "vice president" for "president" nor "minister" for "finance minister". */
function isOfficeAsked({ office, details }: AskedOffice, role: string): boolean {
  const [asked, own] = [officeWords(office), officeWords(role)];
  const isDetail = (word: string) => details.some((term) => word.startsWith(term) || term.startsWith(word));
  return (
    asked.some((word) => own.includes(word)) &&
    asked.every((word) => own.includes(word) || isDetail(word)) &&
    own.every((word) => asked.includes(word) || isDetail(word))
  );
}

/** A role with what stands right beside it: "Spain's coach", "head of the central bank". */
function aroundRole({ role }: RoleInArticle, sentence: string): string {
  const at = sentence.indexOf(role);
  if (at < 0) return role;
  const [behind = ''] = belonging.exec(sentence.slice(at + role.length)) ?? [];
  return `${sentence.slice(Math.max(0, at - reach), at)}${role}${behind}`;
}

/** Characters before a role within which its state or organization stands. */
const reach = 25;
const belonging = /^ (?:of|for|at|in|von|vom|der|des|bei|beim) [^,.;:]{0,50}/u;

function fitsDetails({ countries, details }: AskedOffice, text: string, language: string): boolean {
  const { terms, countries: own } = readContent(text, language);
  return countries.isSubsetOf(own) && details.every((term) => terms.has(term));
}

/** The office that a question asks for: what follows "who is"; undefined if it asks for something else. */
export function officeAsked(text: string, language: string): string | undefined {
  const base = baseLanguage(language);
  const asks = base === 'de' ? asksInGerman : asksInEnglish;
  const [opening] = asks.exec(text.trim()) ?? [];
  if (opening === undefined) return undefined;
  const office = withoutMoment(text.trim().slice(opening.length));
  const length = office.split(' ').length;
  return office === '' || length > longestOffice ? undefined : office;
}

/** More words than these describe somebody, and are no name of an office. */
const longestName = 4;

/**
 * Whether one of these sentences says who holds the office of a question: it names the office, with its state and all that tells it from
 * others, and a person who is not stored with another office of that kind. True of what is no office.
 */
export async function saysHolder(
  phrase: string,
  lines: readonly ArticleSentence[],
  archive: Archive,
): Promise<boolean> {
  const language = lines[0]?.article.language;
  if (language === undefined || !isOfficeNamed(phrase, language)) return true;
  const asked = readOffice(phrase, language);
  const naming = lines.filter(({ sentence: { text } }) => fitsDetails(asked, text, language));
  const ids = [...new Set(naming.map(({ article: { id } }) => id))];
  if (ids.length === 0) return false;
  const roles = await archive.rolesIn(ids);
  const actors = await archive.actorsIn(ids, actorsRead);
  return naming.some(({ article, sentence: { text } }) => {
    const words = new Set(wordsOf(text, language).map(({ text: word }) => fold(word)));
    return actors.some(({ actor }) => {
      const surname = fold(actor.name.split(' ').at(-1) ?? '');
      const own = roles.filter(({ actor: { id }, articleId }) => id === actor.id && articleId === article.id);
      return actor.kind === 'person' && words.has(surname) && !own.some((role) => isOtherOffice(asked, role, article));
    });
  });
}

/** "Transport minister of Norland"; "named as transport minister" asks for what happened. */
function isOfficeNamed(phrase: string, language: string): boolean {
  const words = wordsOf(phrase, language);
  return (
    !isVerb(readText(phrase, language), 0) &&
    termsOf(phrase, language).length <= longestName &&
    words.some(({ text: word }) => isA('office', fold(word), language))
  );
}

/** "Vice president" beside "president", that of another state, or a former one. */
function isOtherOffice(asked: AskedOffice, one: RoleInArticle, article: Article): boolean {
  const isAlike = officeWords(asked.office).some((word) => officeWords(one.role).includes(word));
  if (isAlike && one.former !== asked.isFormer) return true;
  return isAlike && !(isOfficeAsked(asked, one.role) && evidenceFor(asked, one, article, article.language) > 0);
}

/** Without "right now" behind it. */
function withoutMoment(phrase: string): string {
  const words = phrase.split(betweenWords).filter((word) => word !== '');
  while (words.length > 1 && momentWords.has(fold(words.at(-1) ?? ''))) words.pop();
  return words.join(' ');
}

const longestOffice = 8;
const betweenWords = new RegExp(`[\\s${marks.end}]+`, 'u');
const asksInEnglish = /^(?:and |so |ok |hey )?who(?:['’]?s| is| was) (?:now |currently )?(?:the )?(?:new |current )?/iu;
const asksInGerman =
  /^(?:und |so )?wer (?:ist|war) (?:jetzt |gerade |aktuell |derzeit )?(?:der |die )?(?:neue |aktuelle )?/iu;
/** Words for the moment behind an office: "right now". */
const momentWords = new Set(
  'now atm currently right today these days at the moment jetzt gerade aktuell derzeit heute'.split(' '),
);
