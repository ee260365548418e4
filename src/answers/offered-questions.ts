import { baseLanguage } from '../text/terms.ts';
import { type Answer, type AnswerActor, wording } from './answer.ts';
import type { AnswerContext } from './answer-archive.ts';
import type { Archive } from './archive.ts';
import { profileActor } from './who/profile-actor.ts';

/** A question that the archive should be able to answer, judging by what is stored. */
interface Offer {
  readonly question: string;
  /** Whether an answer to it is what was to be found; left out where what is stored is the answer. */
  readonly isAnswered?: (answer: Answer) => boolean;
}

type Ask = (question: string) => Promise<Answer>;

const mostOffered = 2;
/** Questions asked to find them: each costs as much as one that somebody types. */
const mostAsked = 1;
const quotesRead = 20;
/** With the name of its action a question fits into a button of Discord (100 characters) and its label (80). */
const longestQuestion = 75;
/** The languages in which questions are read. */
const asked = new Set(['en', 'de']);

/**
 * Up to two questions to put under an answer on a story, each answered from another article than those the answer shows: what somebody of
 * it said on another, which is asked first and offered if the answer is good, and who somebody is, which is stored.
 */
export async function offerQuestions(answer: Answer, ask: Ask, { archive }: AnswerContext): Promise<readonly string[]> {
  if (answer.refused || !asked.has(baseLanguage(answer.language))) return [];
  const shown = new Set(answer.statements.flatMap(({ citations }) => citations.map(({ articleId }) => articleId)));
  const persons = (answer.actors ?? []).filter(({ kind }) => kind === 'person');
  const offered: string[] = [];
  let count = 0;
  for (const find of [offerOfWords, offerOfOffice]) {
    for (const actor of persons) {
      const offer = await find(actor, { answer, shown, archive });
      if (!offer || offer.question.length > longestQuestion) continue;
      if (offered.some((question) => question.includes(actor.name))) continue;
      if (offered.length >= mostOffered) return offered;
      if (offer.isAnswered && count++ >= mostAsked) break;
      if (!offer.isAnswered || offer.isAnswered(await ask(offer.question))) offered.push(offer.question);
    }
  }
  return offered;
}

interface Story {
  readonly answer: Answer;
  /** The articles that the answer cites. */
  readonly shown: ReadonlySet<string>;
  readonly archive: Archive;
}

/** What somebody said on another actor of the story, as an article that is not shown quotes it. */
async function offerOfWords(speaker: AnswerActor, { answer, shown, archive }: Story): Promise<Offer | undefined> {
  const quotes = (await archive.quotesOf(speaker.id, quotesRead)).filter(({ articleId }) => !shown.has(articleId));
  const places = new Set(quotes.map(({ articleId, sentence }) => `${articleId} ${sentence}`));
  for (const { articleId, revision, sentence: at } of quotes) {
    const article = await archive.findArticle(articleId, revision);
    const text = article?.sentences.find(({ index }) => index === at)?.text ?? '';
    const topic = (answer.actors ?? []).find(({ id, name }) => id !== speaker.id && isNamedIn(text, name));
    if (!topic) continue;
    return {
      question: wording(answer.language).askSaid(speaker.name, topic.name),
      isAnswered: ({ refused, statements: [first] }) =>
        !refused &&
        first !== undefined &&
        first.text.includes(topic.name) &&
        first.citations.some((citation) => places.has(`${citation.articleId} ${citation.sentence}`)),
    };
  }
  return undefined;
}

/** "United" is not named in "United Kingdom". */
function isNamedIn(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/^(?:\p{L}| \p{Lu})/u.test(text.slice(at + name.length));
}

/** Who a person is, if another article gives the newest office: `/ask` answers it by `/who`, which begins with that office. */
async function offerOfOffice(
  { kind, name, id }: AnswerActor,
  { answer, shown, archive }: Story,
): Promise<Offer | undefined> {
  if (kind !== 'person' || !name.includes(' ')) return undefined;
  const [known] = await archive.findActors(name);
  if (known?.id !== id) return undefined;
  const { role } = await profileActor(known, archive);
  const isElsewhere = role?.statement.citations.some(({ articleId }) => !shown.has(articleId)) === true;
  return isElsewhere ? { question: wording(answer.language).askWho(name) } : undefined;
}
