import type { Article } from '../../articles/article.ts';
import { quantitiesOf } from '../../stories/quantities.ts';
import { findCountry } from '../../text/countries.ts';
import { endsInQuestion } from '../../text/marks.ts';
import { wordsOf } from '../../text/terms.ts';
import {
  type Aspect,
  aspects,
  type EventKind,
  eventKinds,
  labelOf,
  type NewsClass,
  newsClassesOf,
} from './news-words.ts';

/** What kind of event a story has, who acts in it, how many people it affects, and how it is reported; each from 0 to 1. */
export const eventFactors = [
  ...eventKinds,
  ...aspects,
  'toll',
  'government',
  'greatPower',
  'live',
  'roundup',
  'reports',
  'discusses',
  'explains',
  'comments',
  'portrays',
  'pastime',
] as const;
export type EventFactor = (typeof eventFactors)[number];

/** What a headline promises: what happened, why or how, or what somebody thinks of it. */
export type HeadlineKind = 'news' | 'explains' | 'comments';

/** Of which kind a headline is; in a language without a list all are news but questions. */
export function headlineKind(headline: string, language: string): HeadlineKind {
  return kindOf(newsClassesOf(headline, language), headline);
}

/** Of the event in itself, not of how it is followed: what an alert goes by. */
const ofEvent = eventFactors.filter((factor) => factor !== 'live' && factor !== 'roundup');

/**
 * What the event of an article weighs by its headline and lede: kind of event, who acts, for how many. 0 for a live blog that names its running
 * affair before a colon, "Border dispute: ...": its headline goes from turn to turn. Lists of words are there for English and German.
 */
export function consequenceOf(article: Article, weights: Readonly<Record<EventFactor, number>>): number {
  if (article.kind === 'live' && labelOf(article.headline) !== '') return 0;
  const values = eventValues(article);
  return ofEvent.reduce((sum, factor) => sum + weights[factor] * values[factor], 0);
}

function kindOf(classes: ReadonlySet<NewsClass>, headline: string): HeadlineKind {
  if (classes.has('comments')) return 'comments';
  return classes.has('explains') || classes.has('portrays') || endsInQuestion(headline) ? 'explains' : 'news';
}

/** The lede says what a headline leaves out, and recalls other things. */
const ledeSentences = 2;
const inLede = 0.2;
const pastimeInLede = 0.4;
/** Events in headlines of what explains or entertains are its occasion. */
const inFeature = 0.4;
const features = ['explains', 'comments', 'portrays', 'pastime'] as const;
/** This many deaths count fully; ten times fewer count a third less. */
const fullToll = 1000;
const year = /^(?:18|19|20)\d\d$/;
/** Permanent members of the UN Security Council, https://main.un.org/securitycouncil/en/content/current-members */
const greatPowers: ReadonlySet<string> = new Set(['CN', 'FR', 'GB', 'RU', 'US']);

/** The event of a story by its title and lede. */
export function eventValues(article: Article): Record<EventFactor, number> {
  const { headline, language, kind } = article;
  const lede = article.sentences.slice(0, ledeSentences).map(({ text }) => text);
  const classes = newsClassesOf(headline, language);
  const ledeClasses = newsClassesOf(lede.join(' '), language);
  const of = kindOf(classes, headline);
  const share = of !== 'news' || classes.has('pastime') ? inFeature : 1;
  const shareOf = (kind: EventKind | Aspect) => (classes.has(kind) ? 1 : ledeClasses.has(kind) ? inLede : 0) * share;
  const isStream = newsClassesOf(labelOf(headline), language).has('stream');
  return {
    ...(Object.fromEntries([...eventKinds, ...aspects].map((kind) => [kind, shareOf(kind)])) as Record<
      EventKind | Aspect,
      number
    >),
    toll: Math.max(tollOf(headline, language, classes), tollOf(lede.join(' '), language, ledeClasses) * share),
    government: classes.has('government') ? 1 : 0,
    greatPower: namesGreatPower(headline, language) ? 1 : 0,
    live: kind === 'live' && !isStream ? 1 : 0,
    roundup: isStream ? 1 : 0,
    reports: ledeClasses.has('reports') || classes.has('sequel') ? 1 : 0,
    discusses: ledeClasses.has('discusses') || classes.has('discusses') || lede.some(endsInQuestion) ? 1 : 0,
    explains: of === 'explains' && !classes.has('portrays') ? 1 : 0,
    comments: of === 'comments' ? 1 : 0,
    portrays: classes.has('portrays') ? 1 : 0,
    pastime: classes.has('pastime') ? 1 : ledeClasses.has('pastime') ? pastimeInLede : 0,
  };
}

function namesGreatPower(headline: string, language: string): boolean {
  return wordsOf(headline, language).some(({ text }) => greatPowers.has(findCountry(text, language)?.code ?? ''));
}

/** Whether a story explains, comments, portrays or entertains, and its headline has no word of an event. */
export function isFeature(values: Readonly<Partial<Record<EventFactor, number>>>): boolean {
  const applies = (one: EventFactor) => (values[one] ?? 0) >= 1;
  return features.some(applies) && eventKinds.reduce((sum, kind) => sum + (values[kind] ?? 0), 0) < inFeature;
}

/** How many died by a text: the greatest count, or what "dozens" and "hundreds" stand for; as a share of a full toll, by logarithm. */
function tollOf(text: string, language: string, classes: ReadonlySet<NewsClass>): number {
  const counted = quantitiesOf(text, language).filter(
    ({ of, text: printed }) => of === 'killed' && !year.test(printed),
  );
  const vague = classes.has('death') ? (classes.has('hundreds') ? 200 : classes.has('dozens') ? 24 : 0) : 0;
  const killed = Math.max(0, ...counted.map(({ value }) => value)) || vague;
  return Math.min(1, Math.log(1 + killed) / Math.log(1 + fullToll));
}
