import { headlineSentence } from '../../articles/article.ts';
import { isFit } from '../../briefings/statements/sentence-fitness.ts';
import { termsOf } from '../../text/terms.ts';
import { type Answer, type AnswerRole, cite, type Wording } from '../answer.ts';
import { type ArticleSentence, areAlike, headlineOf, newestFirst } from '../article-sentences.ts';
import { passageOf, type Reader, readerKnows, standsAlone } from '../passages.ts';
import { early, isAboutActor, type NamingSentence, namesRelative, positionOf } from './naming-sentences.ts';

const most = { about: 3, lately: 4, ofOneArticle: 2, lines: 8 };
const fewLines = 4;
/** A sentence with fewer content words says nothing: "Doe wrote." */
const fewestTerms = 3;

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
  }: { role?: AnswerRole; opening?: ArticleSentence; words: Wording; chosen?: readonly ArticleSentence[] },
): Pick<Answer, 'statements' | 'sections'> {
  const whole = lines.filter(
    (line) => (line.sentence.index === headlineSentence || isWhole(line)) && !isFactCheck(line.article.headline),
  );
  const fit = whole.length > 0 ? whole : lines;
  const own = byHeadline(fit.filter(({ isOwn }) => isOwn));
  const acting = own.filter(({ sentence }) => (positionOf(sentence.text, names)?.start ?? early) < early);
  const isOnlyByOffice = lines.length === 1 && /^\p{Ll}+$/u.test(role?.text ?? '');
  const plan = createPlan(names[0] ?? '', lines);
  const sections = [
    { heading: 'roleTold' as const, lines: plan.show(own.filter((line) => isCited(role, line))) },
    {
      heading: 'about' as const,
      lines: plan.show(
        own.filter((line) => defines(line, names)),
        most.about,
      ),
    },
    {
      heading: 'lately' as const,
      lines: [
        ...plan.show(chosen, most.lately),
        ...plan.show(acting, chosen.length > 0 ? 0 : most.lately, { ofOneArticle: most.ofOneArticle }),
        ...plan.show(own, plan.upTo(fewLines)),
        ...plan.showAnyway(fit.toSorted((a, b) => inHeadline(b, names) - inHeadline(a, names))),
      ].toSorted(newestFirst),
    },
    {
      heading: 'story' as const,
      lines: plan.show(
        opening && isWhole(opening) && describes(opening, names, isOnlyByOffice) ? [opening] : [],
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
    /** If nothing is shown yet: the first of the candidates that can stand alone, else the first. */
    showAnyway(candidates: readonly ArticleSentence[]): readonly ArticleSentence[] {
      const first = candidates.find((line) => standsAlone(line, title)) ?? candidates[0];
      return shown.length > 0 || !first ? [] : [first];
    },
  };
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

/** What its article is about describes an actor whom its headline is about, or whom it alone names by an office of one word, not of what: "spokeswoman". */
function describes({ article }: ArticleSentence, names: readonly string[], isOnlyByOffice: boolean): boolean {
  const surname = names[0]?.split(' ').at(-1) ?? '';
  return (
    isOnlyByOffice || (isAboutActor(headlineOf(article), names) && !namesRelative(article.headline, surname, names))
  );
}

function isCited(role: AnswerRole | undefined, { article, sentence }: ArticleSentence): boolean {
  const citation = role?.statement.citations[0];
  return citation?.articleId === article.id && citation.sentence === sentence.index;
}

/** Whether a sentence says what the actor is, in an apposition or as "is a". */
function defines({ sentence: { text }, needsContext }: ArticleSentence, names: readonly string[]): boolean {
  const at = positionOf(text, names);
  if (at === undefined || needsContext || /["“„]/u.test(text)) return false;
  const after = text.slice(at.end, at.end + 80);
  return apposition.test(after) || predicate.test(after);
}

const apposition =
  /^(?:[’']s)?,? (?:who|whose|which|now|formerly|\d\d)\b|^,? (?:an?|the) \p{Ll}|^, (?:(?!and|or|but|und|oder)\p{Ll}|\d\d,)|^,? (?:der|die|das|ein|eine) /u;
/** Not "Doe's plan is a ...". */
const predicate =
  /^(?![’'])[^.,]{0,40}?\b(?:is|was|are|were|became|has been|had been|ist|war|gilt|wurde)(?: also| previously| once| formerly| widely)? (?:an?|the|one|considered|known|ein|eine|der|die)\b/iu;
