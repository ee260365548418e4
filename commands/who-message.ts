import type { Answer } from '../src/answers/answer.ts';
import { answerMessage } from '../src/answers/answer-message.ts';
import type { Message } from '../src/chat/message.ts';
import type { CommandServices } from './define-command.ts';

/** Who somebody is, with the chart of their mentions above the buttons, where there is anything to draw. */
export async function whoMessage(answer: Answer, { mentionChart }: CommandServices): Promise<Message> {
  const message = answerMessage(answer);
  const { kind, actorId, title, language } = answer;
  const picture =
    kind === 'who' && actorId !== undefined ? await mentionChart(actorId, { name: title, language }) : undefined;
  if (!picture) return message;
  const place = message.blocks.findIndex((block) => block.kind === 'actions' || block.kind === 'sources');
  const blocks = place < 0 ? [...message.blocks, picture] : message.blocks.toSpliced(place, 0, picture);
  return { ...message, blocks };
}
