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

/** Answers from the archive; a model may word those to questions. */
export function createAnswerService(archive: Archive, clock: Clock, word?: WordAnswer): AnswerService {
  const context = (reader?: string) => ({ archive, now: clock.now(), reader });
  return {
    who: (name, reader) =>
      typeof name === 'number' ? answerActor(name, context(reader)) : answerWho(name, context(reader)),
    background: (topic, reader) => answerBackground(topic, context(reader)),
    story: (story, reader) => answerStory(story, context(reader)),
    async ask(question, reader) {
      const answer = await answerQuestion(question, context(reader));
      return word ? word(answer, question) : answer;
    },
    search: (words, reader) => answerSearch(words, context(reader)),
    quotes: (actor, reader) => answerQuotes(actor, context(reader)),
    timeline: (subject, reader) => answerTimeline(subject, context(reader)),
  };
}
