import { answerMessage } from '../answers/answer-message.ts';
import type { LocalServerOptions } from '../chat/local/server.ts';
import type { Newsroom } from '../main.ts';
import { readOperatorView } from '../services/operator-view.ts';
import { createChatPreviews } from './chat-previews.ts';

/** What the local page has besides the chat: messages as Slack and Discord show them, and the operator's view. */
export function pageExtras({
  config,
  storage,
  services,
}: Newsroom): Required<Pick<LocalServerOptions, 'previews' | 'operator'>> {
  return {
    previews: createChatPreviews(config),
    operator: {
      view: (say) => readOperatorView({ storage, services, say }),
      search: async (words, say) => answerMessage(await services.answers.search(words), say.locale),
    },
  };
}
