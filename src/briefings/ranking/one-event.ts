import type { Article } from '../../articles/article.ts';
import { findCountry } from '../../text/countries.ts';
import { termsOf } from '../../text/terms.ts';
import { labelOf } from './news-words.ts';
import type { RankedStory } from './rank-stories.ts';

/** What a story is about stands in its headline and first sentences. */
const openingSentences = 4;
/** Share of the shorter opening's words from which two tell of one thing. */
const sameFrom = 0.2;
/** Headlines on the same event share this many words if the only names they share are states: "Iran war: US strikes go on", "US strikes Iran". */
const headlineTerms = 2;
const capitalized = /\p{Lu}[\p{L}’'-]{2,}/gu;

interface Subject {
  /** Names in the headline, states and capitals apart: much happens in those. */
  readonly names: ReadonlySet<string>;
  readonly headline: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

/**
 * The stories in their order, but those of an event that a story before them tells come after the first `max`: "Helicopters bring aid to
 * Sarwana" beside "Flood kills nine in Sarwana". Grouping keeps them apart, since each has news of its own; a briefing gives one event one place.
 * Of live blogs under one label, "Border war: ...", the newest alone has a place.
 */
export function oneOfEachEvent(ranked: readonly RankedStory[], max: number): readonly RankedStory[] {
  const first: RankedStory[] = [];
  const later: RankedStory[] = [];
  const subjects = new Map(ranked.slice(0, max * 2).map((one) => [one, subjectOf(one.articles)]));
  const live = Map.groupBy(ranked, liveLabelOf);
  for (const one of ranked) {
    const subject = subjects.get(one);
    const ofLabel = liveLabelOf(one) === '' ? [] : (live.get(liveLabelOf(one)) ?? []);
    const isCovered =
      ofLabel.some((other) => lastOf(other) > lastOf(one)) ||
      (subject && first.some((other) => isOneEvent(subject, subjects.get(other))));
    (first.length < max && !isCovered ? first : later).push(one);
  }
  return [...first, ...later];
}

/** The label of a story's live blog; '' where it has none. */
function liveLabelOf({ articles: [newest] }: RankedStory): string {
  return newest?.kind === 'live' ? labelOf(newest.headline) : '';
}

function lastOf({ story }: RankedStory): string {
  return story.publishedAt.at(-1) ?? '';
}

function subjectOf(articles: readonly Article[]): Subject {
  const [newest] = articles;
  if (!newest) return { names: new Set(), headline: new Set(), terms: new Set() };
  const { language } = newest;
  const names = articles.flatMap(({ headline }) => headline.match(capitalized) ?? []);
  const opening = [newest.headline, ...newest.sentences.slice(0, openingSentences).map(({ text }) => text)].join(' ');
  return {
    names: new Set(names.filter((name) => findCountry(name.replace(/['’]s$/, ''), language) === undefined)),
    headline: new Set(termsOf(newest.headline, language)),
    terms: new Set(termsOf(opening, language)),
  };
}

function isOneEvent(one: Subject, other: Subject | undefined): boolean {
  if (!other) return false;
  const isNamed = !one.names.isDisjointFrom(other.names);
  if (!isNamed && one.headline.intersection(other.headline).size < headlineTerms) return false;
  const less = Math.min(one.terms.size, other.terms.size);
  return less > 0 && one.terms.intersection(other.terms).size >= sameFrom * less;
}
