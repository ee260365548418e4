import type { SampleArticle, SampleLanguage } from '../../src/cli/demo/sample-edition/sample-article.ts';
import { createRandom, type Random } from './fake-site-random.ts';
import { newsWords, syllables } from './fake-site-words.ts';

/** An invented event: the words that every article on it shares. */
export interface NewsEvent {
  readonly key: string;
  readonly language: SampleLanguage;
  readonly words: Readonly<Record<string, string>>;
}

export type NewsText = Pick<SampleArticle, 'headline' | 'lead' | 'blocks' | 'slug' | 'kicker' | 'category'>;

export function inventEvent(language: SampleLanguage, key: string): NewsEvent {
  const random = createRandom('event', key);
  const { things, roles, bodies, seasons } = newsWords[language];
  const place = inventPlace(random);
  const words = {
    place,
    other: inventPlace(random),
    thing: random.pick(things),
    role: random.pick(roles),
    body: random.pick(bodies),
    season: random.pick(seasons),
    person: inventPerson(random),
    second: inventPerson(random),
    money: String(random.between(2, 90)),
    pages: String(random.between(12, 300)),
    year: String(random.between(1950, 2019)),
    hurt: String(random.between(2, 9)),
    years: String(random.between(3, 19)),
    cracks: String(random.between(4, 40)),
    percent: String(random.between(51, 78)),
  };
  return { key, language, words };
}

/**
 * One article on the event, as it reads after so many updates: headline, lead, figures and closing paragraph change with each.
 * `paragraphs`: how long it is.
 */
export function tellEvent(event: NewsEvent, article: string, update: number, paragraphs: number): NewsText {
  const random = createRandom('article', event.key, article);
  const patterns = newsWords[event.language];
  const count = random.between(20, 900) + update * random.between(3, 40);
  const fill = (pattern: string): string =>
    pattern.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'count' ? String(count) : (event.words[name] ?? name),
    );
  const first = random.between(0, patterns.headlines.length - 1);
  const headline = fill(patterns.headlines[(first + update) % patterns.headlines.length] ?? '');
  const body = Array.from({ length: paragraphs }, () => fill(random.pick(patterns.paragraphs)));
  const news = update === 0 ? [] : [fill(`${random.pick(patterns.leads)} (${update})`)];
  return {
    // The number makes each headline say which update of which article it is.
    headline: `${headline} (${article}${update === 0 ? '' : `.${update}`})`,
    lead: fill(random.pick(patterns.leads)),
    blocks: [...new Set([...body, ...news])].map((text) => ({ kind: 'paragraph' as const, text })),
    slug: headline.toLowerCase().replace(/\P{L}+/gu, '-'),
    kicker: { topic: random.pick(patterns.topics), region: event.words.place },
    category: random.pick(patterns.topics),
  };
}

function inventPlace(random: Random): string {
  return `${random.pick(syllables.starts)}${random.pick(syllables.middles)}${random.pick(syllables.placeEnds)}`;
}

function inventPerson(random: Random): string {
  const surname = `${random.pick(syllables.starts)}${random.pick(syllables.middles)}${random.pick(syllables.personEnds)}`;
  return `${random.pick(syllables.firstNames)} ${surname}`;
}
