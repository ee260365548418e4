import type { types } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { type Catalog, localize } from '../../wording/catalog.ts';
import type { Caller } from '../chat.ts';
import { wordsFor } from '../chat-calls.ts';
import type { Message } from '../message.ts';
import { paragraph } from '../write.ts';
import { type HomePlace, openCommandForm, placeInHome, writeMetadata } from './forms.ts';
import { limits } from './limits.ts';
import { greetIn } from './listen-to-events.ts';
import { type ActionPayload, actionPayload, homeEvent } from './payloads.ts';
import { inChannel } from './render-actions.ts';
import { nameCommands, renderViewBlocks } from './render-message.ts';
import { createCapture } from './responders.ts';
import { createViewButtonResponder } from './view-responders.ts';
import type { Listening, Workspace } from './workspace.ts';

/** The home tab: shown when it is opened, and redrawn with another channel's subscriptions. */
export function listenToHome({ app, queue, workspaceOf }: Listening): void {
  app.event('app_home_opened', ({ event, context }) => queue.run(() => onOpened(event, workspaceOf(context))));
  app.action(/^home:/u, async ({ ack, body, context }) => {
    await ack();
    await queue.run(() => onHomeAction(actionPayload.parse(body), workspaceOf(context)), { isUrgent: true });
  });
}

async function onOpened(raw: unknown, workspace: Workspace): Promise<void> {
  const { user, channel, tab, view } = homeEvent.parse(raw);
  if (tab === 'messages') await greetOnce({ userId: user, channelId: channel }, workspace);
  if (tab !== 'home') return;
  // Slack brings the tab as the person left it.
  const { shown } = placeInHome(view?.private_metadata, channel);
  const place = { own: channel, shown };
  await showHome(place, await workspace.callers.caller({ userId: user, channelId: channel }), workspace);
}

/** A conversation in which nothing was said yet begins with a greeting. */
async function greetOnce(facts: { readonly userId: string; readonly channelId: string }, workspace: Workspace) {
  const { channelId: channel } = facts;
  const { messages = [] } = await workspace.api.call(({ conversations }) =>
    conversations.history({ channel, limit: 1 }),
  );
  if (messages.length === 0) await greetIn(await workspace.callers.caller(facts), workspace);
}

async function onHomeAction(payload: ActionPayload, workspace: Workspace): Promise<void> {
  const { actions, user, view } = payload;
  const [action] = actions;
  const place = placeInHome(view?.private_metadata, user.id);
  const channelId = place.shown ?? place.own;
  const caller = await workspace.callers.callerInView({
    userId: user.id,
    userName: user.username ?? user.name,
    channelId,
  });
  const open = (name: string) =>
    openCommandForm(
      name,
      { caller, triggerId: payload.trigger_id, home: place.own, choosesChannel: name === 'subscribe' },
      workspace,
    );
  const id = action?.action_id;
  if (id === homeActions.search) await search(action?.value ?? '', { caller, place, payload }, workspace);
  else if (id === homeActions.channel)
    await showHome({ own: place.own, shown: action?.selected_conversation ?? undefined }, caller, workspace);
  else if (id === homeActions.brief) await open('brief');
  else if (id === homeActions.subscribe) await open('subscribe');
  else if (id === homeActions.settings) {
    // Whoever left the channel gets a message, rather than a form of their own.
    if (caller.channel.channelId === channelId) await open('settings');
    else await showHome(place, caller, workspace);
  }
}

interface Where {
  readonly caller: Caller;
  readonly place: HomePlace;
}

async function search(
  text: string,
  { caller, place, payload }: Where & { readonly payload: ActionPayload },
  workspace: Workspace,
): Promise<void> {
  if (text.trim() === '') return;
  const isQuestion = text.trim().endsWith('?');
  const call = isQuestion
    ? { caller, command: 'ask', options: { question: text } }
    : { caller, command: 'search', options: { words: text } };
  const { trigger_id: triggerId, view } = payload;
  const responder = createViewButtonResponder({
    ...workspace,
    caller,
    triggerId,
    view: view ?? { id: '', type: 'home' },
    publishHome: (panel) => showHome(place, caller, workspace, panel),
  });
  await workspace.handlers.onCommand(call, responder);
}

/**
 * Redraws a person's home tab. `given` replaces the panel of the channel that the caller acts in. Of a channel that the
 * person is not in any more it says so, and shows nothing else.
 */
export async function showHome(place: HomePlace, caller: Caller, workspace: Workspace, given?: Message): Promise<void> {
  const say = await wordsFor(caller, workspace.handlers);
  const isChosen = place.shown !== undefined && place.shown !== place.own;
  const own = await callerAt(place.own, caller, workspace);
  const there = isChosen ? await callerAt(place.shown, caller, workspace) : own;
  const isAllowed = !isChosen || there.channel.channelId === place.shown;
  const panelOf = (at: Caller) =>
    given && caller.channel.channelId === at.channel.channelId ? given : answerTo('subscriptions', at, workspace);
  const content = {
    news: await newsOf(own, say, workspace),
    own: (await panelOf(own)) ?? saying(say.slack.nothing),
    shown: isChosen ? await (isAllowed ? panelOf(there) : saying(whyNot(there, say))) : undefined,
    settings: await answerTo('settings', isAllowed ? there : own, workspace),
  };
  const view = renderHome(place, mapMessages(content, workspace), say.slack);
  await workspace.api.call(({ views }) => views.publish({ user_id: caller.userId, view }));
}

/** A tab is redrawn for every button pressed in it; the day's news is composed again after five minutes. */
const newsKept = { max: 1_000, ttl: 5 * 60_000 };
const keptNews = new WeakMap<Workspace['api'], LRUCache<string, Message>>();

/** What happened since midnight of the person's zone, in a few sentences a story; nothing where it cannot be composed. */
async function newsOf(own: Caller, { locale }: Catalog, workspace: Workspace): Promise<Message | undefined> {
  const kept = keptNews.get(workspace.api) ?? new LRUCache<string, Message>(newsKept);
  keptNews.set(workspace.api, kept);
  const key = `${own.userId} ${locale}`;
  const known = kept.get(key);
  if (known) return known;
  const news = await answerTo('brief', own, workspace, { since: 'today', length: 'short' });
  if (!news) return undefined;
  // Each citation is a link to its article; the list of them would be a screen between the news and the settings.
  const shown = { ...news, blocks: news.blocks.filter(({ kind }) => kind !== 'sources') };
  kept.set(key, shown);
  return shown;
}

/** A person as they may act in a channel of their home tab. */
function callerAt(channelId: string, { userId, userName }: Caller, { callers }: Workspace): Promise<Caller> {
  return callers.callerInView({ userId, userName, channelId });
}

function whyNot({ whyNotManage }: Caller, say: Catalog): string {
  return localize(whyNotManage ?? (({ slack }) => slack.notThere), say);
}

/** What a command answers, troubles of one with options aside; undefined where it says nothing, or is not there. */
async function answerTo(
  command: string,
  caller: Caller,
  { commands, handlers }: Workspace,
  options?: Readonly<Record<string, string>>,
): Promise<Message | undefined> {
  if (!commands.some(({ name }) => name === command)) return undefined;
  const capture = createCapture();
  await handlers.onCommand({ caller, command, options: options ?? {} }, capture);
  return options && capture.hasTrouble() ? undefined : capture.message();
}

function mapMessages<Content extends Readonly<Record<string, Message | undefined>>>(
  content: Content,
  { naming }: Workspace,
) {
  const entries = Object.entries(content).map(([name, message]) => [name, message && nameCommands(message, naming)]);
  return Object.fromEntries(entries) as Content;
}

function saying(text: string): Message {
  return { summary: text, blocks: [paragraph(text)] };
}

/** Ids of what can be pressed in the home tab. */
const homeActions = {
  search: 'home:search',
  channel: 'home:channel',
  brief: 'home:brief',
  subscribe: 'home:subscribe',
  settings: 'home:settings',
} as const;

/** The content of the home tab. */
export interface HomeContent {
  /** Of today. */
  readonly news?: Message | undefined;
  readonly own: Message;
  /** Of the channel they look at. */
  readonly shown?: Message | undefined;
  /** Of that channel, else of their own conversation. */
  readonly settings?: Message | undefined;
}

/** The person's own panel takes at most this many blocks, so that a channel's has room. */
const ownBlocks = 35;
/** The news takes at most this many. */
const newsBlocks = 30;

/** The day's news, a search box, the person's own subscriptions, a channel to look at with its subscriptions, and what is set there. */
function renderHome(place: HomePlace, content: HomeContent, words: Catalog['slack']): types.HomeView {
  const { own, shown = own } = place;
  const settings = content.settings ? renderViewBlocks(content.settings, words) : [];
  const news = content.news ? renderViewBlocks(content.news, words, newsBlocks) : [];
  const above = [
    ...inChannel(own, news),
    ...(news.length > 0 ? [{ type: 'divider' } as const] : []),
    ...topBlocks(words),
    label(words.yours),
    ...inChannel(own, renderViewBlocks(content.own, words, ownBlocks), news.length),
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
