import type { types } from '@slack/bolt';
import type { Catalog } from '../../wording/catalog.ts';
import type { Message } from '../message.ts';
import { limits } from './limits.ts';
import { writeMetadata } from './read-form.ts';
import { inChannel } from './render-actions.ts';
import { renderViewBlocks } from './render-message.ts';

/** Ids of what can be pressed in the home tab. */
export const homeActions = {
  search: 'home:search',
  channel: 'home:channel',
  brief: 'home:brief',
  subscribe: 'home:subscribe',
  settings: 'home:settings',
} as const;

/** Whose home tab it is, by their conversation with us, and the channel that they look at in it, if they chose one. */
export interface HomePlace {
  readonly own: string;
  readonly shown?: string | undefined;
}

/** What stands in the home tab. */
export interface HomeContent {
  readonly own: Message;
  /** Of the channel they look at. */
  readonly shown?: Message | undefined;
  /** Of that channel, else of their own conversation. */
  readonly settings?: Message | undefined;
}

/** The person's own panel takes at most so many blocks, so that a channel's has room. */
const ownBlocks = 40;

/** A search box, the person's own subscriptions, a channel to look at with its subscriptions, and what is set there. */
export function renderHome(place: HomePlace, content: HomeContent, words: Catalog['slack']): types.HomeView {
  const { own, shown = own } = place;
  const settings = content.settings ? renderViewBlocks(content.settings, words) : [];
  const above = [
    ...topBlocks(words),
    label(words.yours),
    ...inChannel(own, renderViewBlocks(content.own, words, ownBlocks)),
    { type: 'divider' } as const,
    label(words.ofChannel),
    channelSelect(place, words),
  ];
  const room = limits.view.blocks - above.length - settings.length;
  const panel = content.shown ? inChannel(shown, renderViewBlocks(content.shown, words, room)) : [];
  return {
    type: 'home',
    private_metadata: writeMetadata({ channelId: shown, home: own }),
    blocks: [...above, ...panel, ...settings],
  };
}

function topBlocks({ search, searchHint, briefMe, subscribe, settings }: Catalog['slack']): types.KnownBlock[] {
  return [
    {
      type: 'input',
      block_id: homeActions.search,
      dispatch_action: true,
      optional: true,
      label: plainText(search),
      element: {
        type: 'plain_text_input',
        action_id: homeActions.search,
        placeholder: plainText(searchHint),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
    },
    {
      type: 'actions',
      elements: [
        button(briefMe, homeActions.brief, 'primary'),
        button(subscribe, homeActions.subscribe),
        button(settings, homeActions.settings),
      ],
    },
    { type: 'divider' },
  ];
}

function channelSelect({ own, shown }: HomePlace, { channel }: Catalog['slack']): types.ActionsBlock {
  const isChosen = shown !== undefined && shown !== own;
  return {
    type: 'actions',
    elements: [
      {
        type: 'conversations_select',
        action_id: homeActions.channel,
        placeholder: plainText(channel),
        ...(isChosen && { initial_conversation: shown }),
        filter: { include: ['public', 'private'] },
      },
    ],
  };
}

function label(text: string): types.SectionBlock {
  return { type: 'section', text: plainText(text) };
}

function button(text: string, actionId: string, style?: 'primary'): types.Button {
  return { type: 'button', text: plainText(text), action_id: actionId, ...(style && { style }) };
}

function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
