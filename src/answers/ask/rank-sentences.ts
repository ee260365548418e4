import { firstNames } from '../../actors/lists/first-names.ts';
import type { Article } from '../../articles/article.ts';
import { revisedAt } from '../../articles/article.ts';
import { mapYielding } from '../../runtime/yield-to-event-loop.ts';
import { fold } from '../../text/terms.ts';
import { type ArticleSentence, type Content, readContent } from '../article-sentences.ts';
import type { Question } from '../question/question.ts';
import type { QuestionTerm } from '../question/question-terms.ts';
import { antecedents } from './antecedents.ts';
import { judgeSentence, type QuestionContext, type RankedSentence } from './judge-sentence.ts';
import { createTermMatcher, type TermMatcher } from './match-terms.ts';
import type { TermMatch } from './matched-terms.ts';

/** Value of a term that is matched not in the sentence but at this distance from it. */
const credit = { pronoun: 0.7, antecedent: 0.9, paragraph: 0.6, next: 0.4, headline: 0.6, subhead: 0.6, article: 0.3 };
/** Ranks sentences by how well they answer, best first. `articles` maps each article to its sentences, in any order. */
export async function rankSentences(
  question: Question,
  articles: ReadonlyMap<Article, readonly ArticleSentence[]>,
): Promise<readonly RankedSentence[]> {
  const lines = [...articles.values()].flat();
  const headlines = new Map(
    [...articles.keys()].map((article) => [article, readContent(article.headline, article.language)]),
  );
  const subheads = lines.flatMap(({ subhead }) => subhead ?? []);
  const wanted = question.terms.map((term) => ({
    ...term,
    isStrict: isStrict(term, question),
    isEither: question.kind === 'yes-no' && !term.isName,
  }));
  const strengthIn = createTermMatcher(wanted, [...lines, ...headlines.values(), ...subheads], {
    language: question.language,
  });
  const reading = { question, strengthIn, weights: weigh(question.terms, lines, strengthIn) };
  const newest = Math.max(...lines.map(({ article }) => revisedAt(article).epochMilliseconds));
  const ranked = await mapYielding(articles, ([article, own]) => rankArticle(own, headlines.get(article), reading));
  return ranked
    .flat()
    .map((ranked) => ({ ...ranked, score: ranked.score + freshness(ranked.line, newest, question) }))
    .toSorted((a, b) => b.score - a.score);
}

/** Terms that must be matched strictly: all of a yes/no question, and the action of a who-question. */
function isStrict({ term }: QuestionTerm, { kind, action }: Question): boolean {
  return kind === 'yes-no' || (kind === 'who' && (action === undefined || term === action));
}

function rankArticle(
  lines: readonly ArticleSentence[],
  headline: Content | undefined,
  reading: QuestionContext,
): RankedSentence[] {
  const { question, strengthIn } = reading;
  const inArticle = new Map(
    question.terms.map((wanted) => [wanted.term, Math.max(0, ...lines.map((line) => strengthIn(wanted, line)))]),
  );
  const isAboutSubject = mayBeAboutSubject(question, headline, lines[0]?.article.headline ?? '', strengthIn);
  return lines.map((line, index) => {
    const previous = lines[index - 1];
    const next = lines[index + 1];
    const matches = question.terms.map((wanted): TermMatch => {
      const at = (content: Content | undefined) => (content ? strengthIn(wanted, content) : 0);
      const isAgent = wanted.term === question.subject || question.forenames?.includes(wanted.term);
      const meant = isAgent && opensWithPerson(line) ? at(previous ?? headline) * credit.pronoun : 0;
      const own = Math.max(at(line), at(line.subhead) * credit.subhead, meant);
      const around = Math.max(
        ...antecedents(line, lines).map((other) => at(other) * credit.antecedent),
        isInParagraph(previous, line) ? at(previous) * credit.paragraph : 0,
        isInParagraph(next, line) ? at(next) * credit.next : 0,
        at(headline) * (isAboutSubject ? credit.headline : credit.article),
        (inArticle.get(wanted.term) ?? 0) * credit.article,
      );
      return { wanted, own, total: Math.max(own, around), isCommon: own > 0 && isCommonNoun(wanted, line) };
    });
    const near = [previous, next].flatMap((other) => (other && isInParagraph(other, line) ? [other] : []));
    return judgeSentence(line, [...antecedents(line, lines), ...near], matches, reading);
  });
}

/** "The codex" alone does not identify the Codex Leicester. */
function isCommonNoun({ text, isName, country }: QuestionTerm, { sentence }: ArticleSentence): boolean {
  return (
    isName &&
    country === undefined &&
    !sentence.text.includes(text.slice(0, 5)) &&
    sentence.text.includes(text.slice(0, 5).toLowerCase())
  );
}

/** A headline about somebody else is no context for the question's subject. */
function mayBeAboutSubject(
  { subject, forenames = [], terms }: Question,
  headline: Content | undefined,
  headlineText: string,
  strengthIn: TermMatcher,
): boolean {
  const wanted = terms.filter(({ term }) => term === subject || forenames.includes(term));
  if (wanted.length === 0) return true;
  if (headline === undefined || !wanted.some((each) => strengthIn(each, headline) > 0)) return false;
  return !wanted.some(({ text }) => isNamesake(text, wanted, headlineText));
}

/** Asked about Alvaro Noboa, "Daniel Noboa: Hope for Ecuador?" is about a namesake; "President Noboa" may be him. */
function isNamesake(surname: string, wanted: readonly QuestionTerm[], headline: string): boolean {
  const given = [...headline.matchAll(/(\p{Lu}[\p{L}-]+) (?=(\p{Lu}[\p{L}-]+))/gu)].find(
    ([, , next]) => next === surname,
  )?.[1];
  return (
    wanted.length > 1 &&
    given !== undefined &&
    firstNames.has(fold(given)) &&
    wanted.every(({ text }) => text !== given)
  );
}

/** "He ...", "Its ..." or "... the 79-year-old ...": an anaphor whose antecedent is in the sentence before. */
function opensWithPerson({ sentence }: ArticleSentence): boolean {
  if (epithet.test(sentence.text)) return true;
  return /^["“„]?(?:he|she|his|her|its?|they|their|er|sie|seine?|ihre?)(?![\p{L}])|\bthe \d\d-year-old\b|\b(?:der|die|den|dem) \d\d-jährigen?\b/iu.test(
    sentence.text,
  );
}

/** "The Austrian, born in ..." */
const epithet =
  /^(?:The|Der|Die) (?:former |frühere |ehemalige )?\p{Lu}\p{Ll}+(?:an|ese|ish|i|er|erin|in)(?:,| (?:has|had|is|was|who|will|also|then|later|said|hat|hatte|ist|war|wird|sagte)(?![\p{L}]))/u;

function isInParagraph(other: ArticleSentence | undefined, line: ArticleSentence): boolean {
  return other !== undefined && other.sentence.block === line.sentence.block;
}

/** Rare terms weigh more; a term that no sentence contains weighs as much as the rarest. */
function weigh(
  terms: readonly QuestionTerm[],
  lines: readonly ArticleSentence[],
  strengthIn: TermMatcher,
): ReadonlyMap<string, number> {
  return new Map(
    terms.map((wanted) => {
      const count = lines.filter((line) => strengthIn(wanted, line) > 0).length;
      const weight = Math.log(1 + (lines.length + 1) / (count + 1));
      return [wanted.term, wanted.isLight ? weight * 0.25 : weight];
    }),
  );
}

/** A small bonus for newer articles, a larger one if the question asks about the present. */
function freshness({ article }: ArticleSentence, newest: number, question: Question): number {
  const days = (newest - revisedAt(article).epochMilliseconds) / 86_400_000;
  return (question.asksNow ? 0.2 : 0.05) / (1 + days / 2);
}
