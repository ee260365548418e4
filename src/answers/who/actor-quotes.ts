import { type Answer, cite, wording } from '../answer.ts';
import { type AnswerContext, completeAnswer } from '../answer-archive.ts';
import type { ActorProfile, ActorQuote, Archive } from '../archive.ts';

const quotesRead = 40;
const mostQuotes = 8;

/** An actor's statements, newest first: direct quotations, or reported speech if there are none. */
export async function answerQuotes(actor: ActorProfile, { archive, reader }: AnswerContext): Promise<Answer> {
  const quotes = await archive.quotesOf(actor.id, quotesRead);
  const direct = quotes.filter((quote) => quote.direct);
  const chosen = (direct.length > 0 ? direct : quotes).filter(isFirstOfSentence).slice(0, mostQuotes);
  const statements = (await Promise.all(chosen.map((quote) => citeQuote(quote, archive)))).flat();
  const newest = chosen[0] && (await archive.findArticle(chosen[0].articleId));
  const language = newest?.language ?? 'en';
  const say = wording(reader, language);
  const isRefused = statements.length === 0;
  return completeAnswer(
    {
      kind: 'quotes',
      title: say.quotesOf(actor.name),
      refused: isRefused,
      ...(isRefused && { text: `${say.notInArchive}${say.colon}${say.noQuotes(actor.name)}` }),
      statements,
      actorId: actor.id,
      language,
    },
    archive,
  );
}

function isFirstOfSentence(quote: ActorQuote, index: number, all: readonly ActorQuote[]): boolean {
  return all.findIndex((other) => other.articleId === quote.articleId && other.sentence === quote.sentence) === index;
}

async function citeQuote({ articleId, revision, sentence: index }: ActorQuote, archive: Archive) {
  const article = await archive.findArticle(articleId, revision);
  const sentence = article?.sentences.find((each) => each.index === index);
  return article && sentence ? [cite(article, sentence)] : [];
}
