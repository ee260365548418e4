import { revisedAt } from '../../articles/article.ts';
import { fold, wordsOf } from '../../text/terms.ts';
import type { Archive } from '../archive.ts';
import type { ArticleSentence } from '../article-sentences.ts';
import { fitOfForm, isCountedNear } from './answer-form.ts';
import type { TermMatcher, WantedTerm } from './match-terms.ts';
import type { Question } from './question.ts';
import { hasSynonyms, kinshipOfTerms } from './word-groups.ts';

/** What a selector weighs; shares are of 1. */
export interface Signals {
  /** Share of the question's words, weighed by rarity, in the sentence itself. */
  readonly own: number;
  /** The same with what stands around it: the sentences beside it, headline, lead, the rest of the article. */
  readonly total: number;
  /** Share of the names asked about in the sentence, the one before, the headline or lead; 1 where it names nobody. */
  readonly names: number;
  /** Whether it has what is asked for, told by its form; see answer-form.ts. */
  readonly fit: number;
  /** Whether a number stands by what is counted; 1 for other questions. */
  readonly counted: number;
  /** Whether it has the opposite of a word for what happens, and not the word. */
  readonly isOpposite: boolean;
  /** Whether the last answer of the conversation cited its article. */
  readonly isContinued: boolean;
  /** Days since its article was published or revised. */
  readonly age: number;
  /** The headline, the lead, or an article's first sentence. */
  readonly isOpening: boolean;
}

/** A sentence that may answer, with its signals. */
export interface Candidate extends Signals {
  readonly line: ArticleSentence;
}

/** What a term of a question is in it. */
export interface TermRole {
  readonly weight: number;
  readonly kind: 'name' | 'deed' | 'other';
}

/** Worth of a word found not in the sentence but there. */
const credit = { before: 0.6, after: 0.3, headline: 0.6, lead: 0.5, article: 0.25 };
/** A subject named in the headline or just before is the same in the sentence. */
const nameCredit = { before: 1, headline: 1, lead: 0.8 };
const dayMs = 86_400_000;
/** A term is a name where so many of its words within sentences are capitalized. */
const mostlyCapitalized = 0.7;

export interface Evidence {
  readonly lines: readonly ArticleSentence[];
  readonly articles: number;
  readonly strengthIn: TermMatcher;
  readonly archive: Archive;
}

/**
 * What each term is and weighs. Rare words weigh more, but names not so much that they outweigh the deed: the root of the inverse document
 * frequency, by how many sentences have them, estimated from the articles of the archive and counted in those read.
 */
export async function readTermRoles(
  { text, language, terms }: Question,
  { lines, articles, strengthIn, archive }: Evidence,
): Promise<readonly TermRole[]> {
  const { articles: size } = await archive.extent();
  const holding = await archive.countArticles(terms.map(({ term }) => term));
  const sentences = size * (lines.length / Math.max(1, articles));
  return terms.map((wanted) => {
    const having = lines.filter((line) => strengthIn(wanted, line) > 0);
    const known = Math.max(having.length, holding.get(wanted.term) ?? 0);
    const isName = wanted.country !== undefined || isCapitalized(wanted, having, text);
    return {
      weight: Math.sqrt(Math.log(1 + sentences / (1 + known))) * (wanted.weight ?? 1),
      kind: isName ? 'name' : hasSynonyms(wanted.term, language) ? 'deed' : 'other',
    };
  });
}

/** By how the articles write it within their sentences, else by how the question does. */
function isCapitalized({ term, surface }: WantedTerm, lines: readonly ArticleSentence[], question: string): boolean {
  let [upper, lower] = [0, 0];
  for (const { terms, sentence, article } of lines) {
    if (!terms.has(term) || sentence.index < 0) continue;
    for (const { text, start } of wordsOf(sentence.text, article.language)) {
      if (start < 2 || fold(text).slice(0, 3) !== term.slice(0, 3)) continue;
      if (/^\p{Lu}/u.test(text)) upper += 1;
      else lower += 1;
    }
  }
  if (upper + lower > 0) return upper / (upper + lower) >= mostlyCapitalized;
  return surface !== undefined && /^\p{Lu}/u.test(surface) && !question.startsWith(surface);
}

/** The candidates of an article, whose headline is the first of its lines. */
export function signalsOf(
  lines: readonly ArticleSentence[],
  {
    question,
    roles,
    strengthIn,
    now,
    known,
  }: {
    readonly question: Question;
    readonly roles: readonly TermRole[];
    readonly strengthIn: TermMatcher;
    readonly now: Temporal.Instant;
    readonly known: readonly string[];
  },
): readonly Candidate[] {
  const share = (strengths: readonly number[], ofKind: (role: TermRole) => boolean = () => true) => {
    let [found, all] = [0, 0];
    for (const [index, role] of roles.entries()) {
      if (!ofKind(role)) continue;
      found += (strengths[index] ?? 0) * role.weight;
      all += role.weight;
    }
    return all === 0 ? undefined : found / all;
  };
  const strengths = lines.map((line) => question.terms.map((wanted) => strengthIn(wanted, line)));
  const inArticle = question.terms.map((_, term) => Math.max(0, ...strengths.map((own) => own[term] ?? 0)));
  const at = (index: number, term: number) => strengths[index]?.[term] ?? 0;
  const isBeside = (one: number, other: number) =>
    one > 0 && lines[one] !== undefined && lines[one].sentence.block === lines[other]?.sentence.block;
  const before = (index: number, term: number) => (isBeside(index - 1, index) ? at(index - 1, term) : 0);
  const none: ReadonlySet<string> = new Set();
  const strengthOfWord = (wanted: WantedTerm, term: string) =>
    strengthIn(wanted, { terms: new Set([term]), countries: none });
  return lines.map((line, index) => {
    const around = question.terms.map((_, term) =>
      Math.max(
        at(index, term),
        before(index, term) * credit.before,
        isBeside(index + 1, index) ? at(index + 1, term) * credit.after : 0,
        at(0, term) * credit.headline,
        at(1, term) * credit.lead,
        (inArticle[term] ?? 0) * credit.article,
      ),
    );
    const named = question.terms.map((_, term) =>
      Math.max(
        at(index, term),
        before(index, term) * nameCredit.before,
        at(0, term) * nameCredit.headline,
        at(1, term) * nameCredit.lead,
      ),
    );
    return {
      line,
      own: share(strengths[index] ?? []) ?? 0,
      total: share(around) ?? 0,
      names: share(named, ({ kind }) => kind === 'name') ?? 1,
      fit: fitOfForm(question, line),
      counted: isCountedNear(question, strengthOfWord, line) ? 1 : 0,
      isOpposite: roles.some(
        ({ kind }, term) =>
          kind === 'deed' &&
          at(index, term) === 0 &&
          [...line.terms].some(
            (other) => kinshipOfTerms(question.terms[term]?.term ?? '', other, question.language) === 'opposites',
          ),
      ),
      isContinued: known.includes(line.article.id),
      age: Math.max(0, now.epochMilliseconds - revisedAt(line.article).epochMilliseconds) / dayMs,
      isOpening: index < 2,
    };
  });
}
