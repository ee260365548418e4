import { type Article, revisedAt } from '../articles/article.ts';
import { isPastForm, isSameVerb } from '../reading/verb-forms.ts';
import { findDates, timeOf } from '../text/dates.ts';
import { isDay } from '../text/found-date.ts';
import { fold, termOf, termsOf, wordsOf } from '../text/terms.ts';

/** Besides the verb, a headline that reports what another announced shares this many of its words. */
const sharedOfAnnounced = 2;
/** Headlines say "X to meet Y", "X set to meet Y": what follows is to come. */
const announcing = 'to';

/**
 * Whether what an article's headline announces has passed or happened by `now`: its day is over, "X and Y to meet on Monday", or a newer article of
 * `others` reports it, "Egypt releases ..." after "Egypt to release ...".
 */
export function isOvertaken(article: Article, others: readonly Article[], now: Temporal.Instant): boolean {
  return hasPassed(article, now) || others.some((other) => reportsAnnounced(other, article));
}

/** Whether a headline, or the first sentence below it, announces something for a later day than its own, which is over. */
function hasPassed(article: Article, now: Temporal.Instant): boolean {
  const { headline, language, sentences } = article;
  const published = revisedAt(article);
  const [own, today] = [published, now].map((at) => at.toZonedDateTimeISO('UTC').toPlainDate().toString());
  const days = [headline, sentences[0]?.text ?? '']
    .filter((text) => looksAhead(text, language))
    .flatMap((text) => findDates(text, language, published))
    .map(({ date, until }) => until ?? date)
    .filter((date) => isDay(date) && own !== undefined && date > own);
  return days.length > 0 && days.every((date) => today !== undefined && date < today);
}

/**
 * Whether a sentence of an article announces something for a day after `now`: a date that is exact to the day, in a language whose words for time
 * we know beside words of the future.
 */
export function announcesAfter(
  now: Temporal.Instant,
  {
    text,
    language,
    published,
  }: { readonly text: string; readonly language: string; readonly published: Temporal.Instant },
): boolean {
  const time = timeOf(text, language);
  if (time !== 'ahead' && time !== 'unknown') return false;
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  return findDates(text, language, published).some(({ date, isTerm }) => !isTerm && isDay(date) && date > today);
}

/** Whether a text is about what is to come; a headline that announces says so by its infinitive. */
export function looksAhead(text: string, language: string): boolean {
  return timeOf(text, language) === 'ahead' || announcedVerb(text, language) !== undefined;
}

/** The subject of an announcement has at most so many words, or ends in a name: not "Fires prompt tens of thousands to evacuate". */
const wordsOfSubject = 3;

/** "release" in "Egypt to release journalist"; only in English, whose headlines leave out "is". */
function announcedVerb(headline: string, language: string): string | undefined {
  if (!language.startsWith('en')) return undefined;
  const words = wordsOf(headline, language);
  const at = words.findIndex(({ text }) => text === announcing);
  const verb = words[at + 1]?.text ?? '';
  const isOfSubject = /^\p{Lu}/u.test(words[at - 1]?.text ?? '') || at <= wordsOfSubject;
  return at > 0 && isOfSubject && /^\p{Ll}/u.test(verb) ? verb : undefined;
}

/** Whether a newer report has the verb of an announcement in another form, "releases", and words of its headline. */
function reportsAnnounced(report: Article, announcement: Article): boolean {
  const { headline, language } = announcement;
  const verb = announcedVerb(headline, language);
  if (verb === undefined || report.language !== language) return false;
  if (Temporal.Instant.compare(revisedAt(report), revisedAt(announcement)) <= 0) return false;
  const text = `${report.headline}. ${report.sentences[0]?.text ?? ''}`;
  const words = wordsOf(text, language);
  const isReported = words.some(
    ({ text: word }, at) => words[at - 1]?.text !== 'be' && isReportOf(verb, fold(word), language),
  );
  if (!isReported) return false;
  const own = new Set(termsOf(headline, language));
  return own.intersection(new Set(termsOf(text, language))).size > sharedOfAnnounced;
}

/** Whether a word says that what a verb names happens or has happened: "withdraws" and "withdrew"; not "withdrawal", or "could be withdrawn". */
function isReportOf(verb: string, word: string, language: string): boolean {
  if (word === verb || !(isPastForm(word) || word.endsWith('s'))) return false;
  const stem = termOf(verb, language);
  return (stem !== undefined && termOf(word, language) === stem) || isSameVerb({ key: word }, { key: verb }, language);
}
