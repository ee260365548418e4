import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { OtherWording, Widening } from '../answers/answer-archive.ts';
import type { Article } from '../articles/article.ts';
import { type Budget, callModel, embedWithin, problemOf, within } from './budget.ts';
import { type ChoosingParts, cacheKeyOf, promptOf } from './choose-sentences.ts';
import type { TextModel } from './text-model.ts';

export interface WideningParts extends ChoosingParts {
  /** Whether the model gives other wordings. */
  readonly rewords: boolean;
  /** Seconds that widening may take of the answer's; the rest is for choosing. */
  readonly seconds: number;
  readonly vectors: VectorCache;
}

/** Vectors of articles by model and revision, in this process's memory. */
export type VectorCache = LRUCache<string, readonly number[]>;

/** Some 15 MB at 768 numbers each. */
const mostVectors = 2_000;

export function createVectorCache(): VectorCache {
  return new LRUCache({ max: mostVectors });
}

const mostWordings = 3;
const mostTerms = 200;
const maxOutputTokens = 400;
/** Articles that one answer may have embedded; the rest wait for the next. */
const embeddedAtOnce = 96;
const lettersEmbedded = 500;
const mostNearest = 4;

/** Widens the search for one answer by what a model gives and by embeddings, where the model has them, within the answer's budget. */
export function createWidening(budget: Budget, parts: WideningParts): Widening {
  const own = within(budget, parts.seconds);
  const { embed } = parts.model;
  return {
    ...(parts.rewords && { reword: (...asked) => reword(asked, own, parts) }),
    ...(embed && { nearest: (question, articles) => findNearest({ question, articles, embed }, own, parts) }),
  };
}

type Reworded = Parameters<NonNullable<Widening['reword']>>;

/** None where the model gives none in time: the search is then as wide as the question's own words. */
async function reword(
  [question, before, languages]: Reworded,
  budget: Budget,
  { model, texts, record, log }: WideningParts,
): Promise<readonly OtherWording[]> {
  const [first, ...others] = languages;
  if (first === undefined) return [];
  const search = z.object({ language: z.enum([first, ...others]), terms: z.string().max(mostTerms) });
  const schema = z.object({ searches: z.array(search).max(mostWordings) });
  const instructions = promptOf('reword');
  const key = cacheKeyOf([model.id, instructions, question, before, languages]);
  try {
    const document = await texts.find(key);
    if (document !== undefined) return schema.parse(JSON.parse(document)).searches;
    const input = rewordData(question, before, languages);
    const written = await callModel({ instructions, input, schema, maxOutputTokens, isUrgent: true }, budget, model);
    await texts.save({ key, model: model.id, document: JSON.stringify(written) });
    return written.searches;
  } catch (err) {
    const problem = problemOf(err, budget);
    log.info({ model: model.id, problem }, 'no other wordings from the model; searched with the words of the question');
    record.notWidened(problem);
    return [];
  }
}

/** As data: JSON in which no text can close the element around it. */
function rewordData(question: string, before: readonly string[], languages: readonly string[]): string {
  const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
  const earlier = before.length > 0 ? `<before>${json(before)}</before>\n` : '';
  return `${earlier}<question>${json(question)}</question>\n<languages>${json(languages)}</languages>`;
}

interface Comparing {
  readonly question: string;
  readonly articles: readonly Article[];
  readonly embed: NonNullable<TextModel['embed']>;
}

/** By the cosine of their embeddings, among articles that have one by now; the newest without one get theirs first. */
async function findNearest(
  { question, articles, embed }: Comparing,
  budget: Budget,
  { model, vectors, record, log }: WideningParts,
): Promise<readonly Article[]> {
  const keyOf = ({ id, revision }: Article) => `${model.id} ${id}@${revision}`;
  try {
    const missing = articles.filter((article) => !vectors.has(keyOf(article))).slice(0, embeddedAtOnce);
    const [asked, ...found] = await embedWithin([question, ...missing.map(openingOf)], budget, embed);
    for (const [index, article] of missing.entries()) vectors.set(keyOf(article), found[index] ?? []);
    return articles
      .flatMap((article) => {
        const vector = vectors.get(keyOf(article));
        return vector ? [{ article, nearness: cosine(asked ?? [], vector) }] : [];
      })
      .toSorted((a, b) => b.nearness - a.nearness)
      .slice(0, mostNearest)
      .map(({ article }) => article);
  } catch (err) {
    const problem = problemOf(err, budget);
    log.info({ model: model.id, problem }, 'no embeddings; searched by words alone');
    record.notWidened(problem);
    return [];
  }
}

function openingOf({ headline, lead, sentences }: Article): string {
  return [headline, lead ?? sentences[0]?.text ?? ''].join('\n').slice(0, lettersEmbedded);
}

function cosine(one: readonly number[], other: readonly number[]): number {
  let [product, a, b] = [0, 0, 0];
  for (const [index, value] of one.entries()) {
    const beside = other[index] ?? 0;
    product += value * beside;
    a += value * value;
    b += beside * beside;
  }
  return product / (Math.sqrt(a * b) || 1);
}
