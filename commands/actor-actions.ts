import { answerMessage } from '../src/answers/answer-message.ts';
import { type Action, answers, findActor, numberIn } from './action.ts';
import { whoMessage } from './who.ts';

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
