import type { Answer } from '../src/answers/answer.ts';
import { answerMessage } from '../src/answers/answer-message.ts';
import type { CommandContext } from '../src/chat/command.ts';
import type { Message } from '../src/chat/message.ts';
import { en } from '../src/wording/en/index.ts';
import { conversationOf } from './conversation.ts';
import { type CommandServices, defineCommand } from './define-command.ts';
import { withFurtherSteps } from './further-steps.ts';

const words = en.commands.who;

export const who = defineCommand({
  name: 'who',
  description: words.description,
  example: 'who Park Jin',
  opensForm: true,
  anywhere: true,
  shareable: true,
  options: { actor: { description: words.actor, required: true, completes: 'actor' } },
  async run({ actor }, request) {
    const { caller, services, say } = request;
    const answer = await services.answers.who(actor, say.locale, conversationOf(caller));
    const message = await whoMessage(answer, { services, say });
    return answer.refused ? withFurtherSteps(message, actor.trim(), request) : message;
  },
});

/** An actor's profile, with the chart of their mentions above the buttons, if there is anything to draw. */
export async function whoMessage(
  answer: Answer,
  { services, say }: Pick<CommandContext<CommandServices>, 'services' | 'say'>,
): Promise<Message> {
  const message = answerMessage(answer, say.locale);
  const { kind, actorId, title } = answer;
  const picture =
    kind === 'who' && actorId !== undefined
      ? await services.mentionChart(actorId, { name: title, language: say.locale })
      : undefined;
  if (!picture) return message;
  const place = message.blocks.findIndex((block) => block.kind === 'actions' || block.kind === 'sources');
  const blocks = place < 0 ? [...message.blocks, picture] : message.blocks.toSpliced(place, 0, picture);
  return { ...message, blocks };
}
