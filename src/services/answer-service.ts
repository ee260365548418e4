import type { AnswerService } from '../../commands/define-command.ts';
import type { Archive } from '../answers/archive.ts';
import { answerQuestion } from '../answers/ask/ask.ts';
import { answerBackground } from '../answers/background/background.ts';
import { answerStory } from '../answers/background/story.ts';
import { answerTimeline } from '../answers/background/whole-timeline.ts';
import { answerSearch } from '../answers/search.ts';
import { answerQuotes } from '../answers/who/actor-quotes.ts';
import { answerActor, answerWho } from '../answers/who/who.ts';
import type { WordAnswer } from '../models/word-answer.ts';
import type { Clock } from '../runtime/clock.ts';
import { lengthLimits } from '../text/limits.ts';
import { UserError } from '../user-error.ts';

/** Answers from the archive; a model may word those to questions. What is longer than a typed line is a UserError. */
export function createAnswerService(archive: Archive, clock: Clock, word?: WordAnswer): AnswerService {
  const context = (reader?: string) => ({ archive, now: clock.now(), reader });
  const checked = (text: string): string => {
    if (text.length <= lengthLimits.line) return text;
    throw new UserError(({ refusals }) => refusals.lineTooLong(String(text.length), String(lengthLimits.line)));
  };
  return {
    who: async (name, reader) =>
      typeof name === 'number' ? answerActor(name, context(reader)) : answerWho(checked(name), context(reader)),
    background: async (topic, reader) => answerBackground(checked(topic), context(reader)),
    story: async (story, reader) => answerStory(checked(story), context(reader)),
    async ask(question, reader) {
      const answer = await answerQuestion(checked(question), context(reader));
      return word ? word(answer, question) : answer;
    },
    search: async (words, reader) => answerSearch(checked(words), context(reader)),
    quotes: (actor, reader) => answerQuotes(actor, context(reader)),
    timeline: (subject, reader) => answerTimeline(subject, context(reader)),
  };
}
