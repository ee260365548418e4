import { answerMessage } from '../src/answers/answer-message.ts';
import { en } from '../src/wording/en/index.ts';
import { conversationOf } from './conversation.ts';
import { defineCommand } from './define-command.ts';
import { withFurtherSteps } from './further-steps.ts';

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
    const { caller, services, say } = request;
    const answer = await services.answers.ask(question, say.locale, conversationOf(caller));
    const message = answerMessage(answer, say.locale);
    return answer.refused && answer.words ? withFurtherSteps(message, answer.words, request) : message;
  },
});
