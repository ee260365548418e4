import type { Caller } from '../src/chat/chat.ts';
import type { CommandContext } from '../src/chat/command.ts';
import type { ActionItem, Message, Span } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import { formatQuiet } from '../src/subscriptions/parse-quiet.ts';
import { describeWhen, type Subscription } from '../src/subscriptions/subscription.ts';
import { fold } from '../src/text/terms.ts';
import { UserError } from '../src/user-error.ts';
import { en } from '../src/wording/en/index.ts';
import { nameOfLanguage } from '../src/wording/formats.ts';
import type { Action, ActionRequest } from './action.ts';
import { type CommandServices, defineCommand } from './define-command.ts';
import { spokenInterest, withUndo } from './line-steps.ts';

const described = en.commands.overview;
type Request = CommandContext<CommandServices>;

export const overview = defineCommand({
  name: 'overview',
  description: described.description,
  example: 'overview paused',
  options: {
    filter: { description: described.filter },
    zone: { description: described.zone, completes: 'zone' },
    language: { description: described.language, completes: 'language' },
    quiet: { description: described.quiet, completes: 'quiet' },
  },
  async run({ filter = '', zone, language, quiet }, request) {
    const { caller, services } = request;
    checkServer(caller);
    const show = () => overviewMessage({ filter, page: 0 }, request);
    if ((zone ?? language ?? quiet) === undefined) return show();
    const before = (await services.settings.ofServer(caller.channel)) ?? services.settings.defaults;
    await services.settings.changeServer(caller, { zone, language, quiet });
    const undo = () => services.settings.restore(caller, before, { isServer: true });
    return withUndo(await show(), undo, alone(request), show);
  },
});

/** The buttons of the overview; `value` is a page and a filter. */
export const overviewActions: Readonly<Record<string, Action>> = {
  'overview-page': {
    async run({ value, ...request }) {
      checkServer(request.caller);
      return { kind: 'update', message: await overviewMessage(readView(value), request) };
    },
  },
  'overview-pause': { run: (request) => changeAll('pause', request) },
  'overview-resume': { run: (request) => changeAll('resume', request) },
};

interface View {
  readonly filter: string;
  readonly page: number;
}

const perPage = 20;
/** Longer filters are cut from buttons, which have little room; the page shows what they hold then. */
const longestFilter = 60;

function writeView({ filter, page }: View): string {
  return `${page}:${filter.slice(0, longestFilter)}`;
}

function readView(value: string): View {
  const [, page = '0', filter = ''] = /^(\d{1,4}):([\s\S]*)$/u.exec(value) ?? [];
  return { page: Number(page), filter };
}

function checkServer({ managesServer }: Caller): void {
  if (managesServer !== true) throw new UserError((say) => say.overview.onlyServerManagers);
}

/** All subscriptions of the server that the caller may see, a page of them, and what new channels begin with. */
async function overviewMessage({ filter, page }: View, request: Request): Promise<Message> {
  const { caller, services, say } = request;
  const texts = say.overview;
  const all = await seenBy(caller, services);
  const shown = all.filter((one) => matches(one, filter, request));
  const lines = shown.slice(page * perPage, (page + 1) * perPage).map((one) => lineOf(one, request));
  const channels = new Set(shown.map(({ channel }) => channel.channelId)).size;
  const summary = texts.count(shown.length);
  return {
    summary,
    blocks: [
      heading(texts.title),
      paragraph(`${summary}${say.comma}${texts.inChannels(channels)}`),
      ...(lines.length > 0 ? [{ kind: 'list', items: lines } as const] : []),
      { kind: 'actions', items: buttonsOf(shown, { filter, page }, request) },
      context(...(await defaultsLine(request))),
    ],
  };
}

function buttonsOf(shown: readonly Subscription[], { filter, page }: View, { say }: Request): readonly ActionItem[] {
  const { pauseAll, resumeAll, nextPage, firstPage } = say.overview;
  const value = writeView({ filter, page: 0 });
  const active = shown.filter(({ state }) => state === 'active').length;
  const paused = shown.filter(({ state }) => state === 'paused').length;
  const hasMore = (page + 1) * perPage < shown.length;
  const button = (label: string, action: string, to = value): ActionItem => ({
    kind: 'button',
    label,
    action,
    value: to,
  });
  return [
    ...(hasMore ? [button(nextPage, 'overview-page', writeView({ filter, page: page + 1 }))] : []),
    ...(page > 0 || !hasMore ? [button(firstPage, 'overview-page')] : []),
    ...(active > 0 ? [button(pauseAll(String(active)), 'overview-pause')] : []),
    ...(paused > 0 ? [button(resumeAll(String(paused)), 'overview-resume')] : []),
  ];
}

/** Pauses or resumes all that the filter shows, with Undo. */
async function changeAll(how: 'pause' | 'resume', request: ActionRequest) {
  const { caller, services, say, value } = request;
  checkServer(caller);
  const from = how === 'pause' ? 'active' : 'paused';
  const found = (await seenBy(caller, services)).filter((one) => matches(one, readView(value).filter, request));
  const list = found.filter(({ state }) => state === from);
  for (const { id, channel } of list) await services.subscriptions[how]({ ...caller, channel }, id);
  const summary = how === 'pause' ? say.overview.pausedAll(list.length) : say.overview.resumedAll(list.length);
  const undo = async () => {
    for (const before of list) await services.subscriptions.restore({ ...caller, channel: before.channel }, before);
  };
  const message = withUndo({ summary, blocks: [paragraph(summary)] }, undo, alone(request));
  return { kind: 'answer', message } as const;
}

/** Undo is of this person alone, who manages the server and perhaps not this channel. */
function alone(request: Request): Request & { readonly askedIn: string } {
  return { ...request, askedIn: request.caller.channel.channelId };
}

/** Those in channels that the caller may see; direct messages belong to the persons in them. */
async function seenBy(caller: Caller, { subscriptions }: CommandServices): Promise<readonly Subscription[]> {
  const all = await subscriptions.ofServer(caller);
  const { maySee } = caller;
  if (!maySee) return all;
  const ids = [...new Set(all.map(({ channel }) => channel.channelId))];
  const seen = new Set<string>();
  await Promise.all(ids.map(async (id) => ((await maySee(id)) ? seen.add(id) : undefined)));
  return all.filter(({ channel }) => seen.has(channel.channelId));
}

function matches(subscription: Subscription, filter: string, request: Request): boolean {
  const { interest, state, channel, language } = subscription;
  const { states } = request.say.subscription;
  const text = fold(
    [interest, spokenInterest(interest, request), state, states[state], channel.channelId, language].join(' '),
  );
  return fold(filter.replaceAll(/[<>#]/gu, ''))
    .split(' ')
    .every((word) => text.includes(word));
}

/** "#news · 3 Asia, daily at 08:00 (Berlin) (paused)". */
function lineOf(subscription: Subscription, request: Request): readonly Span[] {
  const { id, interest, state, channel } = subscription;
  const { say } = request;
  const what = `${id} ${spokenInterest(interest, request)}${say.comma}${describeWhen(subscription, say)}`;
  const mark = state === 'active' ? '' : ` (${say.subscription.states[state]})`;
  return [{ kind: 'channel', id: channel.channelId }, words(` · ${what}${mark}`)];
}

async function defaultsLine({ caller, services, say }: Request): Promise<readonly string[]> {
  const { overview: texts, service } = say;
  const set = await services.settings.ofServer(caller.channel);
  if (!set) return [texts.noDefaults];
  const quiet = set.quiet ? formatQuiet(set.quiet) : service.settings.noQuiet;
  const language = set.languageIsDefault
    ? service.settings.notChosen(nameOfLanguage(set.language, say))
    : nameOfLanguage(set.language, say);
  return [texts.defaults([set.zone, language, `${service.settings.quiet} ${quiet}`].join(say.comma))];
}
