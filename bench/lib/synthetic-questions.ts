import { answerQuestion } from '../../src/answers/ask/ask.ts';
import { answerBackground } from '../../src/answers/background/background.ts';
import { answerSearch } from '../../src/answers/search.ts';
import { answerWho } from '../../src/answers/who/who.ts';
import { createArchive } from '../../src/storage/archive.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { seeds } from './seeds.ts';
import { inventActors, inventArticles } from './synthetic-articles.ts';

export interface SyntheticQuestions {
  /** By command: answers the question of this number, and says whether it was refused. */
  readonly answers: Readonly<Record<string, (number: number) => Promise<{ readonly refused: boolean }>>>;
  /** The words that the search of this number asks for. */
  searched(number: number): string;
}

/** What people ask of an archive of invented news: half of the names known to everybody, the others rarely met. The same each time. */
export function synthesizeQuestions(storage: Storage, articles: number): SyntheticQuestions {
  const archive = createArchive(storage);
  const context = { archive, now: Temporal.Instant.from('2026-01-01T00:00:00Z') };
  const cast = inventActors(seeds.news);
  const headlines = headlinesOf(articles);
  const persons = cast.filter(({ kind }) => kind === 'person');
  const states = cast.filter(({ kind }) => kind === 'place');
  const nameOf = (i: number) =>
    (i % 4 === 0 ? states[i % 20] : i % 2 === 0 ? persons[i] : persons[(i * 97) % persons.length])?.name ?? '';
  const wordsOf = (i: number) =>
    headlines[i % headlines.length]
      ?.split(': ')[1]
      ?.split(' ')
      .slice(0, 2 + (i % 3))
      .join(' ') ?? '';
  const searched = (i: number) => (i % 2 === 0 ? wordsOf(i) : `${nameOf(i)} ${wordsOf(i)}`);
  return {
    searched,
    answers: {
      who: (i) => answerWho(nameOf(i), context),
      background: (i) => answerBackground(i % 3 === 0 ? nameOf(i) : `${nameOf(i)} ${wordsOf(i)}`, context),
      ask: (i) => answerQuestion(`When did ${nameOf(i)} ${wordsOf(i)}?`, context),
      search: (i) => answerSearch(searched(i), context),
    },
  };
}

/** Headlines spread over the archive's beginning, without reading it: they are invented anew. */
function headlinesOf(articles: number): readonly string[] {
  const headlines: string[] = [];
  for (const { number, headline } of inventArticles(Math.min(articles, 3_000), seeds.news, inventActors(seeds.news)))
    if (number % 50 === 0) headlines.push(headline);
  return headlines;
}
