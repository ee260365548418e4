import type { ArticleSentence } from '../article-sentences.ts';
import { leadIn, positionOf } from './about-actor.ts';

/** How much a sentence defines an actor: a title before the name, an apposition after it, "is a", "known as", an age. */
export function aboutness({ sentence }: ArticleSentence, names: readonly string[]): number {
  const { text } = sentence;
  const at = positionOf(text, names);
  if (at === undefined) return 0;
  const before = text.slice(0, at.start);
  const after = text.slice(at.end, at.end + 80);
  const isQuote = /["“„]/u.test(text) ? -0.8 : 0;
  return (
    (apposition.test(after) && !leadIn.test(before) ? 1 : 0) +
    (predicate.test(after) ? 1 : 0) +
    (kindWords.test(text.slice(Math.max(0, at.start - 60), at.end + 80)) ? 1 : 0) +
    (titleBefore.test(before) ? 0.8 : 0) +
    (at.start < 60 ? 0.3 : 0) +
    isQuote
  );
}

const apposition =
  /^(?:[’']s)?,? (?:who|whose|which|now|formerly|\d\d)\b|^,? (?:an?|the) \p{Ll}|^, (?:\p{Ll}|\d\d,)|^,? (?:der|die|das|ein|eine) /u;
/** Not "Doe's plan is a ...". */
const predicate =
  /^(?![’'])[^.,]{0,40}?\b(?:is|was|are|were|became|has been|had been|ist|war|gilt|wurde)(?: also| previously| once| formerly| widely)? (?:an?|the|one|considered|known|ein|eine|der|die)\b/iu;
const kindWords =
  /\b(?:founded|founder|co-founder|born|known (?:as|for)|\d\d-year-old|nickname\w*|gegründet|geboren|\d\d-jährige\w*|previously|formerly)\b(?! (?:known as )?(?:Twitter|Facebook))/iu;
const titleBefore =
  /(?:\b(?:[Pp]resident|[Mm]inister|CEO|[Cc]hancellor|[Ll]eader|[Cc]hief|[Hh]ead|[Ff]ounder|[Dd]irector|[Ss]poke\w+|[Ss]ecretary|[Pp]remier|[Gg]overnor|[Mm]ayor|[Ss]heriff|[Pp]rofessor|[Ll]awyer|[Cc]oach|[Kk]ing|[Qq]ueen|[Pp]rince|[Pp]rincess|[Gg]roup|[Pp]arty|[Cc]ompany|[Cc]hefin?|[Mm]inisterin|[Pp]räsident\w*|[Ss]precher\w*|[Kk]anzler\w*))[,:]? (?:\p{Lu}[\p{L}.]+ ){0,2}$/u;
