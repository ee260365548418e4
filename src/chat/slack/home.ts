import type { types } from '@slack/bolt';
import type { Asker } from '../chat.ts';
import type { Message } from '../message.ts';
import { limits } from './limits.ts';
import { nameCommands } from './name-commands.ts';
import { renderViewBlocks } from './render-message.ts';
import type { AnswerTools } from './responders.ts';

export const homeActions = {
  search: 'home:search',
  channel: 'home:channel',
  brief: 'home:brief',
  subscribe: 'home:subscribe',
} as const;

/** Shows a person their home tab. */
export async function publishHome(panel: Message, asker: Asker, { api, naming }: AnswerTools): Promise<void> {
  await api.call(({ views }) => views.publish({ user_id: asker.userId, view: renderHome(panel, asker, naming) }));
}

/** A search box, a channel to look at, and its subscriptions with their buttons. */
function renderHome(panel: Message, asker: Asker, naming: AnswerTools['naming']): types.HomeView {
  const top = topBlocks(asker);
  return {
    type: 'home',
    private_metadata: JSON.stringify({ channelId: asker.channel.channelId }),
    blocks: [...top, ...renderViewBlocks(nameCommands(panel, naming), limits.view.blocks - top.length)],
  };
}

function topBlocks({ channel }: Asker): types.KnownBlock[] {
  return [
    {
      type: 'input',
      block_id: homeActions.search,
      dispatch_action: true,
      optional: true,
      label: plainText('Search the archive'),
      element: {
        type: 'plain_text_input',
        action_id: homeActions.search,
        placeholder: plainText('Words, or a question with a question mark'),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
    },
    {
      type: 'actions',
      elements: [button('Brief me', homeActions.brief, 'primary'), button('Subscribe', homeActions.subscribe)],
    },
    { type: 'divider' },
    { type: 'section', text: plainText('Subscriptions of the channel:'), block_id: 'home:label' },
    {
      type: 'actions',
      elements: [
        {
          type: 'conversations_select',
          action_id: homeActions.channel,
          placeholder: plainText('Channel'),
          initial_conversation: channel.channelId,
          filter: { include: ['public', 'private', 'im'] },
        },
      ],
    },
  ];
}

function button(label: string, actionId: string, style?: 'primary'): types.Button {
  return { type: 'button', text: plainText(label), action_id: actionId, ...(style && { style }) };
}

function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
