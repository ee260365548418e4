import { answerMessage } from '../src/answers/answer-message.ts';
import type { CommandContext } from '../src/chat/command.ts';
import { cutTo } from '../src/text/limits.ts';
import { en } from '../src/wording/en/index.ts';
import { brief } from './brief.ts';
import { conversationOf } from './conversation.ts';
import { type CommandServices, defineCommand } from './define-command.ts';
import { askBack, type Choice } from './line-steps.ts';
import { search } from './search.ts';

const words = en.commands.ask;

export const ask = defineCommand({
  name: 'ask',
  description: words.description,
  example: 'ask Why are South Korea and Japan at odds?',
  opensForm: true,
  anywhere: true,
  shareable: true,
  options: { question: { description: words.question, required: true } },
  async run({ question }, request) {
    const { asker, services, say } = request;
    const answer = await services.answers.ask(question, say.locale, conversationOf(asker));
    const message = answerMessage(answer, say.locale);
    return answer.refused && answer.words ? askBack(message, furtherSteps(answer.words, request), request) : message;
  },
});

/** What else may be done with the words of a question that nothing answers: its names, else all of them, as an interest. */
function furtherSteps(words: string, request: CommandContext<CommandServices>): readonly Choice[] {
  const names = words
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word))
    .join(' ');
  const interest = names === '' ? words : names;
  const { searchFor, briefingOn } = request.say.lines;
  return [
    { label: searchFor(cutTo('label', words)), managesChannel: false, run: () => search.run({ words }, request) },
    { label: briefingOn(cutTo('label', interest)), managesChannel: false, run: () => brief.run({ interest }, request) },
  ];
}
