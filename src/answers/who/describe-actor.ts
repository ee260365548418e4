import { isGivenName } from '../../actors/name-words.ts';
import { headlineSentence } from '../../articles/article.ts';
import type { Statement } from '../../briefings/briefing.ts';
import { namesInFull } from '../../briefings/statements/introduced-names.ts';
import { isFit } from '../../briefings/statements/sentence-fitness.ts';
import { fold, termsOf } from '../../text/terms.ts';
import { type Answer, cite, type Wording } from '../answer.ts';
import { type ArticleSentence, areAlike, newestFirst } from '../article-sentences.ts';
import { passageOf, type Reader, readerKnows } from '../passages.ts';
import { leadIn, positionOf } from './about-actor.ts';
import type { NamingSentence } from './naming-sentences.ts';

const most = { about: 3, lately: 4, ofOneArticle: 2, lines: 8 };
const fewLines = 4;
/** An article with this many sentences on the actor is about it. */
const sentencesOnActor = 3;
/** The least that makes a sentence define its actor; see aboutness.ts. */
const defining = 1;
/** A sentence with fewer content words says nothing: "Doe wrote." */
const fewestTerms = 3;
/** Characters within which a sentence on what an actor did names it. */
const early = 60;

/**
 * Statements on an actor from the sentences that name it (newest first), by a plan: its office, what it is, what it did and said lately, `chosen` by a model if there is one; if
 * these are few, what its article is about. A sentence is shown with those before it that its reader needs, or not at all.
 */
export function describeActor(
  names: readonly string[],
  lines: readonly NamingSentence[],
  {
    role,
    opening,
    words,
    chosen = [],
  }: { role?: Statement; opening?: ArticleSentence; words: Wording; chosen?: readonly ArticleSentence[] },
): Pick<Answer, 'statements' | 'sections'> {
  const finished = lines.filter((line) => line.sentence.index === headlineSentence || isWhole(line));
  const reported = finished.filter(({ article }) => !isFactCheck(article.headline));
  const fit = reported.length > 0 ? reported : finished.length > 0 ? finished : lines;
  const own = fit.filter(({ isOwn }) => isOwn);
  const plan = createPlan(names[0] ?? '', lines);
  const office = fit.filter(({ article, sentence }) => isCited(role, article.id, sentence.index));
  const acting = byHeadline(own.filter((line) => acts(line, names)));
  const sections = [
    { heading: 'roleTold' as const, lines: plan.show(office.filter((line) => showsRole(line, lines))) },
    { heading: 'about' as const, lines: plan.show(definitionsIn(own, names), most.about) },
    {
      heading: 'lately' as const,
      lines: [
        ...plan.show(chosen, most.lately),
        ...plan.show(acting, chosen.length > 0 ? 0 : most.lately, { ofOneArticle: most.ofOneArticle }),
        ...plan.show(acting, plan.upTo(fewLines)),
        ...plan.show(byHeadline(own), plan.upTo(fewLines)),
        ...plan.showAnyway(fit.toSorted((a, b) => inHeadline(b, names) - inHeadline(a, names))),
      ].toSorted(newestFirst),
    },
    {
      heading: 'story' as const,
      lines: plan.show(
        opening && isWhole(opening) && isOnActor(opening, names, lines) ? [opening] : [],
        plan.upTo(fewLines) && 1,
      ),
    },
  ];
  const shownSections = sections
    .filter((section) => section.lines.length > 0)
    .map((section) => ({
      heading: words[section.heading],
      statements: section.lines.map(({ article, sentence }) => cite(article, sentence)),
    }));
  return { statements: shownSections.flatMap(({ statements }) => statements), sections: shownSections };
}

function isWhole({ sentence, article }: ArticleSentence): boolean {
  return isFit(sentence.text, article.language, fewestTerms);
}

/** A fact check repeats claims, often false ones. */
function isFactCheck(headline: string): boolean {
  return /^(?:fact[ -]?check|faktencheck)/iu.test(headline);
}

/** Shows candidates, best first, with what their reader needs of the actor's own sentences, none that repeats what is shown already. */
function createPlan(title: string, lines: readonly NamingSentence[]) {
  const shown: ArticleSentence[] = [];
  const naming = new Set(lines.map(({ sentence }) => sentence));
  const isOn = ({ sentence }: ArticleSentence) => naming.has(sentence);
  const own: Reader = { title, shown, mayLead: isOn };
  const isNew = (line: ArticleSentence) => shown.every((other) => other.sentence !== line.sentence);
  return {
    /** How many more sentences make `count`. */
    upTo: (count: number) => Math.max(0, count - shown.length),
    show(candidates: readonly (ArticleSentence & Partial<NamingSentence>)[], limit = 1, { ofOneArticle = limit } = {}) {
      const from = shown.length;
      const perArticle = new Map<string, number>();
      let found = 0;
      for (const line of candidates) {
        const count = perArticle.get(line.article.id) ?? 0;
        if (found >= limit || shown.length >= most.lines) break;
        if (count >= ofOneArticle || shown.some((other) => areAlike(line, other))) continue;
        const passage = passageOf(line, own)?.filter(isNew);
        if (!passage) continue;
        found++;
        perArticle.set(line.article.id, count + 1);
        shown.push(...passage);
        const { follower } = line;
        if (follower && isWhole(follower) && isNew(follower) && readerKnows(follower, title, shown))
          shown.push(follower);
      }
      return shown.slice(from);
    },
    /** If nothing is shown yet: the first of the candidates, with whatever stands before it. */
    showAnyway(candidates: readonly ArticleSentence[]): readonly ArticleSentence[] {
      if (shown.length > 0) return [];
      const passages = candidates.values().map((line) => passageOf(line, { title, shown }));
      const first = candidates.find(({ needsContext }) => !needsContext) ?? candidates[0];
      shown.push(...(passages.find((passage) => passage !== undefined) ?? (first ? [first] : [])));
      return [...shown];
    },
  };
}

/** Names somebody with a given name that we know. */
function namesPerson({ sentence: { text } }: ArticleSentence): boolean {
  return namesInFull(text).some((name) => name.split(' ').some((word) => isGivenName(fold(word))));
}

/** The sentences that say what the actor is, best first. */
function definitionsIn(lines: readonly NamingSentence[], names: readonly string[]): readonly NamingSentence[] {
  return lines
    .filter(({ needsContext }) => !needsContext)
    .map((line) => ({ line, score: aboutness(line, names) }))
    .filter(({ score }) => score >= defining)
    .toSorted((a, b) => b.score - a.score)
    .map(({ line }) => line);
}

/** Newest article first; within an article the sentences closest to its headline. */
function byHeadline(lines: readonly NamingSentence[]): readonly NamingSentence[] {
  return [...Map.groupBy(lines, ({ article }) => article.id).values()].flatMap((own) => {
    const headline = own[0] ? termsOf(own[0].article.headline, own[0].article.language) : [];
    const shared = ({ terms }: ArticleSentence) => headline.filter((term) => terms.has(term)).length;
    return own.toSorted((a, b) => shared(b) - shared(a));
  });
}

function inHeadline({ article }: ArticleSentence, names: readonly string[]): number {
  return positionOf(article.headline, names) ? 1 : 0;
}

/** Named early in the sentence, so that the rest is about the actor. */
function acts({ sentence }: ArticleSentence, names: readonly string[]): boolean {
  const at = positionOf(sentence.text, names);
  return at !== undefined && at.start < early && !leadIn.test(sentence.text.slice(0, at.start));
}

/** If little is known of the actor, the sentence with the role is shown even if it is about another. */
function showsRole({ isOwn, needsContext }: NamingSentence, lines: readonly NamingSentence[]): boolean {
  return isOwn || (!needsContext && lines.length <= fewLines);
}

/** An article's topic describes the actor if the article is about it, or alone names it and opens with nobody else. */
function isOnActor(opening: ArticleSentence, names: readonly string[], lines: readonly NamingSentence[]): boolean {
  const own = lines.filter((line) => line.article.id === opening.article.id);
  const isAlone = own.length === lines.length && !namesPerson(opening) && opening.terms.size > sentencesOnActor;
  return inHeadline(opening, names) > 0 || isAlone;
}

function isCited(statement: Statement | undefined, articleId: string, sentence: number): boolean {
  const citation = statement?.citations[0];
  return citation?.articleId === articleId && citation.sentence === sentence;
}

/** How much a sentence defines an actor: an apposition after it, "is a". */
function aboutness({ sentence: { text } }: ArticleSentence, names: readonly string[]): number {
  const at = positionOf(text, names);
  if (at === undefined) return 0;
  const after = text.slice(at.end, at.end + 80);
  const isQuote = /["“„]/u.test(text) ? -0.8 : 0;
  return (
    (apposition.test(after) && !leadIn.test(text.slice(0, at.start)) ? 1 : 0) +
    (predicate.test(after) ? 1 : 0) +
    isQuote
  );
}

const apposition =
  /^(?:[’']s)?,? (?:who|whose|which|now|formerly|\d\d)\b|^,? (?:an?|the) \p{Ll}|^, (?:\p{Ll}|\d\d,)|^,? (?:der|die|das|ein|eine) /u;
/** Not "Doe's plan is a ...". */
const predicate =
  /^(?![’'])[^.,]{0,40}?\b(?:is|was|are|were|became|has been|had been|ist|war|gilt|wurde)(?: also| previously| once| formerly| widely)? (?:an?|the|one|considered|known|ein|eine|der|die)\b/iu;
