import type { Answer } from '../src/answers/answer.ts';
import { answerMessage } from '../src/answers/answer-message.ts';
import type { CommandContext } from '../src/chat/command.ts';
import type { Message } from '../src/chat/message.ts';
import { type Action, answers, findActor, numberIn } from './action.ts';
import type { CommandServices } from './define-command.ts';

/** The buttons below answers on an actor. */
export const actorActions: Readonly<Record<string, Action>> = {
  who: answers(async ({ value, services, say }) => {
    const actor = await findActor(numberIn(value), services.archive);
    return whoMessage(await services.answers.who(actor.id, say.locale), { services, say });
  }),
  quotes: answers(async ({ value, services, say }) => {
    const actor = await findActor(numberIn(value), services.archive);
    return answerMessage(await services.answers.quotes(actor, say.locale), say.locale);
  }),
};

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
