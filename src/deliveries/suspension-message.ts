import type { Message, Span } from '../chat/message.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { describeWhen } from '../subscriptions/told-as.ts';

/** What the owner of subscriptions is told when their channel refuses briefings. */
export function suspensionMessage(subscriptions: readonly Subscription[], reason: string): Message {
  const summary = 'Your briefings cannot be posted any more; the subscriptions are kept.';
  return {
    summary,
    blocks: [
      { kind: 'heading', level: 2, spans: [text('Briefings suspended')] },
      { kind: 'paragraph', spans: [text(`${summary} The platform says: ${reason}`)] },
      {
        kind: 'list',
        items: subscriptions.map((one) => [text(`${one.interest}, ${describeWhen(one)}`)]),
      },
      {
        kind: 'context',
        spans: [
          text(
            'One briefing a day tries again, and all go on by themselves when it works. /subscriptions resumes them at once.',
          ),
        ],
      },
    ],
  };
}

function text(words: string): Span {
  return { kind: 'text', text: words };
}
