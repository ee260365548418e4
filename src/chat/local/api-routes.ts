import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import type { FeedEditor } from '../../services/feed-editor.ts';
import type { OperatorAction } from '../../services/operator-actions.ts';
import type { OperatorView } from '../../services/operator-view.ts';
import type { Reloaded } from '../../services/reload.ts';
import { byteLimits } from '../../text/limits.ts';
import { UserError } from '../../user-error.ts';
import type { Catalog } from '../../wording/catalog.ts';
import type { Caller, ChannelRef, PostRef } from '../chat.ts';
import { wordsFor } from '../chat-calls.ts';
import { commandIn } from '../command.ts';
import type { Message } from '../message.ts';
import { obeyLine } from '../obey-line.ts';
import { type CommandSyntax, isStrict } from '../parse-command-line.ts';
import type { Previews } from '../preview.ts';
import { type PageEnv, requireOperator } from './access.ts';
import { completeLine } from './complete-line.ts';
import { changeEvents, chatEvents, type EventStreams } from './event-stream.ts';
import type { LocalChat } from './local-chat.ts';
import type { Role } from './login-sessions.ts';
import {
  acceptedLanguages,
  apiRequests,
  bodyOf,
  callOf,
  catalogOf,
  channelOf,
  handlersOf,
  lineOf,
  problem,
} from './read-request.ts';
import { createWebResponder, type Outcome, type PrivateAnswers } from './web-responder.ts';

export interface ApiOptions {
  readonly chat: LocalChat;
  readonly commands: readonly CommandSyntax[];
  /** The command that answers a line without a slash. */
  readonly plainTextCommand?: string | undefined;
  readonly streams: EventStreams;
  readonly privateAnswers: PrivateAnswers;
  /** What the page can offer besides the chat. */
  readonly features: {
    readonly previews: boolean;
    readonly operator: boolean;
    readonly previewFirst?: 'slack' | 'discord';
  };
  /** The zone of channels without their own, by whose clock the page shows when something was posted. */
  readonly zone?: string | undefined;
  /** Whether people log out here. */
  readonly logsOut: boolean;
  /** Whether a stream of events may continue; called from time to time. */
  readonly mayFollow: (context: Context) => Promise<boolean>;
}

/** As far back as the page shows. */
const postsShown = 200;

/** What the page asks the server: channels, commands, posts, and everything a person does. */
export function apiRoutes(options: ApiOptions): Hono<PageEnv> {
  const { chat, commands, plainTextCommand, streams, privateAnswers, features, logsOut, mayFollow, zone } = options;
  const api = new Hono<PageEnv>();
  api.use(
    bodyLimit({
      maxSize: byteLimits.pageRequest,
      onError: (context) => problem(context, 413, 'The request is too long.'),
    }),
  );

  const callerIn = (context: Context<PageEnv>, channel: ChannelRef): Caller => {
    const { id, name, role } = context.get('user');
    const mayManage = role === 'operator';
    const locale = acceptedLanguages(context.req.header('accept-language'))[0] ?? 'en';
    const caller = {
      channel,
      userId: id,
      userName: name,
      mayManage,
      managesServer: mayManage,
      locale,
      placeLocale: locale,
    };
    const inChannel = async (typed: string): Promise<Caller> => {
      const other = chat.channel(typed.trim().replace(/^#/u, ''));
      if (!other) throw new UserError(({ refusals }) => refusals.noSuchChannel(typed), { field: 'channel' });
      return { ...caller, channel: other, inChannel };
    };
    return { ...caller, inChannel };
  };

  api.get('/channels', (context) => {
    const { name, role } = context.get('user');
    return context.json({
      channels: chat.channels,
      user: name,
      plainTextCommand,
      zone,
      features: { ...features, operator: features.operator && role === 'operator', logOut: logsOut },
    });
  });
  /** As the reader's language describes them. */
  const commandsFor = (context: Context) => {
    const say = catalogOf(context);
    return commands.map((command) => commandIn(command, say));
  };
  api.get('/commands', (context) =>
    context.json({
      commands: commandsFor(context).map(({ name, description, example, options }) => ({
        name,
        description,
        example,
        options,
      })),
    }),
  );
  api.get('/channels/:id/posts', async (context) => {
    const { channelId } = channelOf(chat, context.req.param('id'));
    return context.json({ posts: await chat.recent(channelId, { limit: postsShown }) });
  });
  api.get('/events', (context) =>
    streams.open(context, { follow: chatEvents(chat), mayFollow: () => mayFollow(context) }),
  );

  api.post('/commands/run', async (context) => {
    const body = await bodyOf(context, apiRequests.run);
    const channel = channelOf(chat, body.channelId);
    const caller = callerIn(context, channel);
    const say = await wordsFor(caller, handlersOf(chat));
    const call = callOf(body, commands, { plainTextCommand, say });
    const isRead = 'line' in body && handlersOf(chat).onLine !== undefined && !isStrict(body.line, call, commands);
    const isBare =
      'line' in body && commands.some(({ name, opensForm }) => opensForm === true && `/${name}` === body.line.trim());
    if (call.kind === 'unclear' && !isRead && !isBare) return problem(context, 422, call.problem);
    const responder = createWebResponder({
      chat,
      channel,
      privateAnswers,
      language: say.locale,
      asked: { by: caller.userName, line: lineOf(body) },
    });
    const text = lineOf(body);
    const place = text.startsWith('/') ? 'slash' : 'dm';
    await obeyLine({ text, place, parsed: call, commands }, caller, { handlers: handlersOf(chat), responder });
    return context.json(responder.outcome() satisfies Outcome);
  });

  api.post('/complete', async (context) => {
    const { channelId, ...asked } = await bodyOf(context, apiRequests.complete);
    const caller = callerIn(context, channelOf(chat, channelId));
    const values = (query: { command: string; option: string; typed: string }) =>
      handlersOf(chat).complete({ caller, ...query });
    if ('line' in asked)
      return context.json(await completeLine(asked.line, { commands: commandsFor(context), values }));
    return context.json({ choices: await values(asked) });
  });

  api.post('/actions', async (context) => {
    const { channelId, messageId, action, value } = await bodyOf(context, apiRequests.action);
    const channel = channelOf(chat, channelId);
    const post: PostRef = { ...channel, messageId };
    const caller = callerIn(context, channel);
    const { locale: language } = await wordsFor(caller, handlersOf(chat));
    const responder = createWebResponder({ chat, channel, privateAnswers, language, pressed: post });
    await handlersOf(chat).onAction({ caller, action, value, post }, responder);
    return context.json(responder.outcome());
  });

  api.post('/forms', async (context) => {
    const { channelId, action, reference, answers } = await bodyOf(context, apiRequests.form);
    const channel = channelOf(chat, channelId);
    const caller = callerIn(context, channel);
    const { locale: language } = await wordsFor(caller, handlersOf(chat));
    const responder = createWebResponder({ chat, channel, privateAnswers, language, ofForm: true });
    const picked = chat.channel(answers.channel ?? '');
    const callerInPicked = picked && { ...caller, channel: picked };
    const call = {
      caller,
      action,
      answers,
      ...(reference !== undefined && { reference }),
      ...(callerInPicked && { callerInPicked }),
    };
    await handlersOf(chat).onForm(call, responder);
    const { trouble } = responder.outcome();
    if (trouble) return problem(context, 422, trouble.message, trouble.field);
    return context.json(responder.outcome());
  });

  return api;
}

export interface PreviewRoutesOptions {
  readonly chat: LocalChat;
  readonly privateAnswers: PrivateAnswers;
  readonly previews: Previews;
}

/** What Slack and Discord would be sent for a message on the page, and for a form that it opened. */
export function previewRoutes({ chat, privateAnswers, previews }: PreviewRoutesOptions): Hono {
  const routes = new Hono();
  routes.get('/channels/:channel/messages/:id/previews', async (context) => {
    const { channel, id } = context.req.param();
    const answer = privateAnswers.find(id);
    if (answer) return context.json(await previews.ofMessage(answer, {}));
    const post = (await chat.recent(channel, { limit: postsShown })).find((each) => each.id === id);
    if (!post) throw new HTTPException(404, { message: 'This message is not there any more. Ask again to see it.' });
    const { message, deliveryId } = post;
    return context.json(await previews.ofMessage(message, deliveryId === undefined ? {} : { deliveryId }));
  });
  routes.post('/forms/previews', async (context) => {
    const { form } = await bodyOf(context, apiRequests.formPreview);
    const [locale = 'en'] = acceptedLanguages(context.req.header('accept-language'));
    return context.json(await previews.ofForm(form, locale));
  });
  return routes;
}

/** What the operator's view asks of the service. */
export interface OperatorSource {
  view(say: Catalog): Promise<OperatorView>;
  /** Calls the listener with every change of what the view shows, until the returned function is called. */
  watch(listener: () => void): () => void;
  search(words: string, say: Catalog): Promise<Message>;
  /** Does something about a delivery, a feed or a subscription; throws UserError where there is nothing to do it to. */
  act(action: OperatorAction): Promise<void>;
  /** Changes feeds and topics; absent where there is no configuration file, as in the demo. */
  readonly feeds?: FeedEditor | undefined;
  /** Takes a line, an article or a story back in all posts, or puts it back; throws UserError where nothing is meant. */
  recall(request: z.infer<(typeof apiRequests)['recall']>): Promise<{ readonly posts: number }>;
}

const longestSearch = 400;

/** How the operator's view is followed live. */
export interface OperatorStreams {
  readonly streams: EventStreams;
  /** The role of whoever sent a request, as it is now. */
  readonly roleOf: (context: Context) => Promise<Role | undefined>;
}

/** The operator's view as JSON: everything at once, its changes, and a search of the archive. */
export function operatorRoutes(
  { view, watch, search, act, recall, feeds }: OperatorSource,
  { streams, roleOf }: OperatorStreams,
): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  routes.use('/operator/*', requireOperator);
  routes.get('/operator', async (context) =>
    context.json({ ...(await view(catalogOf(context))), canEdit: feeds !== undefined }),
  );
  routes.get('/operator/events', (context) =>
    streams.open(context, {
      follow: changeEvents(watch),
      mayFollow: async () => (await roleOf(context)) === 'operator',
    }),
  );
  routes.get('/operator/search', async (context) => {
    const words = context.req.query('words')?.trim() ?? '';
    if (!words) throw new HTTPException(400, { message: 'There is nothing to search for. Type a word or a name.' });
    if (words.length > longestSearch)
      throw new HTTPException(400, { message: `That is too long to search for. Use ${longestSearch} characters.` });
    return context.json({ message: await search(words, catalogOf(context)) });
  });
  const inWords = async (context: Context, done: Promise<object>) => {
    try {
      return context.json(await done);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return problem(context, 422, error.textIn(catalogOf(context)), error.field);
    }
  };
  routes.post('/operator/recall', async (context) =>
    inWords(context, recall(await bodyOf(context, apiRequests.recall))),
  );
  routes.post('/operator/act', async (context) => {
    const action = await bodyOf(context, apiRequests.act);
    return inWords(
      context,
      act(action).then(() => ({})),
    );
  });
  if (!feeds) return routes;
  routes.post('/operator/feeds/find', async (context) => {
    const { address } = await bodyOf(context, apiRequests.findFeeds);
    return inWords(
      context,
      feeds.find(address).then((found) => ({ found })),
    );
  });
  const reloading = (context: Context, done: Promise<Reloaded>) =>
    inWords(
      context,
      done.then((reloaded) => {
        if (reloaded.kind === 'kept') throw new UserError(reloaded.problems.join('; '));
        return reloaded;
      }),
    );
  routes.post('/operator/feeds/add', async (context) =>
    reloading(context, feeds.add(await bodyOf(context, apiRequests.addFeed))),
  );
  routes.post('/operator/feeds/edit', async (context) =>
    reloading(context, feeds.edit(await bodyOf(context, apiRequests.editFeed))),
  );
  routes.post('/operator/feeds/remove', async (context) =>
    reloading(context, feeds.remove((await bodyOf(context, apiRequests.removeFeed)).id)),
  );
  routes.post('/operator/topics', async (context) =>
    reloading(context, feeds.saveTopic(await bodyOf(context, apiRequests.topic))),
  );
  routes.post('/operator/reload', async (context) => reloading(context, feeds.reload()));
  return routes;
}
