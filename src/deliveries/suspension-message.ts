import type { Message, Span } from '../chat/message.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { describeWhen } from '../subscriptions/told-as.ts';
import { retold } from '../wording/retold.ts';
import { wordingFor } from '../wording/wording-for.ts';

/** What the owner of subscriptions is told when their channel refuses briefings, in the language of the first. */
export function suspensionMessage(subscriptions: readonly Subscription[], reason: string): Message {
  const say = wordingFor(subscriptions[0]?.language);
  const { suspendedTitle, suspendedSummary: summary, suspendedNote, platformSays } = say.subscription;
  return {
    summary,
    blocks: [
      { kind: 'heading', level: 2, spans: [text(suspendedTitle)] },
      { kind: 'paragraph', spans: [text(`${summary} ${platformSays(retold(reason, say))}`)] },
      { kind: 'list', items: subscriptions.map((one) => [text(`${one.interest}, ${describeWhen(one, say)}`)]) },
      { kind: 'context', spans: [text(suspendedNote)] },
    ],
  };
}

function text(words: string): Span {
  return { kind: 'text', text: words };
}
