import { randomBytes } from 'node:crypto';
import type { App } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import type { Piece } from './pages.ts';
import { actionPayload } from './payloads.ts';
import type { SlackFigures } from './slack-api.ts';

const actionId = 'feedback';
/** What a button brings back: the verdict and the answer's id. */
const pressedValue = /^(helpful|not-helpful) ([0-9a-f]{8})$/u;

/** Names an answer in the log and in its feedback buttons. */
export function newAnswerId(): string {
  return randomBytes(4).toString('hex');
}

/**
 * The two buttons under an answer of the agent. https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
 */
export function feedbackButtons(answerId: string, language = 'en'): Piece {
  const { helpful, notHelpful } = wordingFor(language).slack;
  const button = (text: string, verdict: string) => ({
    text: { type: 'plain_text' as const, text, emoji: false },
    value: `${verdict} ${answerId}`,
  });
  return {
    kind: 'block',
    block: {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: actionId,
          positive_button: button(helpful, 'helpful'),
          negative_button: button(notHelpful, 'not-helpful'),
        },
      ],
    },
  };
}

interface FeedbackListening {
  readonly app: App;
  readonly figures: SlackFigures;
  readonly log: Log;
}

/** Counts what people press and logs it with the answer's id; Slack shows by itself which button was pressed. Nobody's name is kept. */
export function listenToFeedback({ app, figures, log }: FeedbackListening): void {
  app.action(actionId, async ({ ack, body, context }) => {
    await ack();
    const [, verdict, answerId] = pressedValue.exec(actionPayload.parse(body).actions[0]?.value ?? '') ?? [];
    if (verdict !== 'helpful' && verdict !== 'not-helpful') return;
    figures.countFeedback(verdict);
    log.info({ workspaceId: context.teamId, answerId, verdict }, 'an answer got feedback');
  });
}
