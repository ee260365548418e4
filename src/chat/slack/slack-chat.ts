import { App } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import type { ChannelRef, Chat, ChatHandlers } from '../chat.ts';
import { ChatError } from '../chat-error.ts';
import { commandsOn } from '../command.ts';
import { createCommandQueue } from '../command-queue.ts';
import { type Failure, ignoreRepeats, reportFailure } from './arrivals.ts';
import { forOneRequest } from './callers.ts';
import { listenToFeedback } from './feedback.ts';
import { listenToHome } from './home.ts';
import type { Installation } from './installations.ts';
import { limits } from './limits.ts';
import { listenToButtons } from './listen-to-buttons.ts';
import { listenToCommands, listenToShortcuts } from './listen-to-commands.ts';
import { listenToChannels, listenToInstallations, listenToLinks } from './listen-to-events.ts';
import { listenToForms } from './listen-to-forms.ts';
import { listenToSteps } from './listen-to-steps.ts';
import { isOptional, type SlackFeatures, scopesMissing, scopesNeeded } from './manifest.ts';
import { createSlackLog, noFigures, type SlackFigures } from './slack-api.ts';
import type { SlackTransport } from './socket.ts';
import { createTransport, type SlackTransportChoice } from './transport.ts';
import { createToolbox, type Listening, type SlackCommand } from './workspace.ts';
import { createAccess, type SlackAccessChoice } from './workspaces.ts';

export type SlackChatOptions = SlackAccessChoice & {
  readonly transport: SlackTransportChoice;
  readonly commands: readonly SlackCommand[];
  /** With its slash. */
  readonly slashCommand?: string;
  /** User ids; when empty, every member of a channel may manage its subscriptions. */
  readonly admins?: readonly string[];
  readonly features?: SlackFeatures;
  readonly figures?: SlackFigures;
  readonly log: Log;
  /** Waits between messages to one channel. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Another Slack than Slack, for tests. */
  readonly slackApiUrl?: string;
};

const noFeatures: SlackFeatures = { pictures: false, unfurl: false, looks: false };

/** Slack, in one workspace or in all that install the app. What Slack refuses is a ChatError whose kind says what follows. */
export function createSlackChat(given: SlackChatOptions): Chat {
  const options = { ...given, commands: commandsOn('slack', given.commands) };
  const { features = noFeatures, figures = noFigures, log, slackApiUrl } = options;
  const queue = createCommandQueue();
  let handlers: ChatHandlers | undefined;
  let transport: SlackTransport | undefined;
  const scopes = Object.keys(scopesNeeded(features));
  const access = createAccess(options, {
    figures,
    log,
    onInstalled,
    scopes,
    slackApiUrl,
    slashCommand: options.slashCommand ?? '/dw',
  });
  const { workspaces } = access;
  const onPlain = (channel: ChannelRef) => handlers?.onChannelLimited?.(channel, 'plain-text');
  const toolsIn = createToolbox({ ...options, features, workspaces, onPlain });
  const posterIn = (workspaceId: string) => toolsIn(workspaceId).poster;

  return {
    platform: 'slack',
    pace: limits.pace,

    async start(listener) {
      handlers = listener;
      transport = createTransport({ ...options, figures, pages: access.pages });
      const app = new App({
        receiver: transport.receiver,
        authorize: (source) => workspaces.authorize(source),
        convoStore: false,
        extendedErrorHandler: true,
        logger: createSlackLog(log),
        ...(slackApiUrl !== undefined && { clientOptions: { slackApiUrl } }),
      });
      app.error((failure: Failure) => reportFailure(failure, { figures, log }));
      const { commands } = options;
      listen({
        app,
        queue,
        workspaceOf({ teamId = '' }) {
          const tools = toolsIn(teamId);
          const callers = forOneRequest(tools.callers);
          return { ...tools, callers, workspaceId: teamId, commands, handlers: listener, log };
        },
      });
      listenToInstallations({ app, handlers: listener, log, queue, workspaces });
      listenToFeedback({ app, figures, log });
      await transport.start();
      await greetWorkspaces();
    },

    async stop() {
      // Answers to forms go out over the connection, so it ends after them.
      await queue.idle();
      await transport?.stop();
      transport = undefined;
      await queue.idle();
    },

    post: (channel, message, post) => posterIn(channel.workspaceId).post(channel, message, post),
    edit: (post, message) => posterIn(post.workspaceId).edit(post, message),
    remove: (post) => posterIn(post.workspaceId).remove(post),
    findDelivery: (channel, deliveryId, where) =>
      posterIn(channel.workspaceId).findDelivery(channel, deliveryId, where),

    async messageUser({ workspaceId, userId }, message) {
      await posterIn(workspaceId).post({ platform: 'slack', workspaceId, channelId: userId }, message);
    },
  };

  /** What was suspended with a workspace can resume. */
  async function onInstalled(installation: Installation, workspaceIds: readonly string[]): Promise<void> {
    const { id, kind, name, scopes: granted } = installation;
    log.info({ workspaceId: id, kind, name }, 'the Slack app was installed');
    warnOfScopes(id, granted);
    for (const workspaceId of workspaceIds) handlers?.onWorkspaceBack?.({ platform: 'slack', workspaceId });
  }

  async function greetWorkspaces(): Promise<void> {
    try {
      for (const { workspaceId, scopes: granted } of await access.list()) {
        log.info({ workspaceId }, 'connected to Slack');
        warnOfScopes(workspaceId, granted);
        handlers?.onWorkspaceBack?.({ platform: 'slack', workspaceId });
      }
    } catch (err) {
      const isAway = err instanceof ChatError && (err.kind === 'retryable' || err.kind === 'ambiguous');
      log.error({ err }, isAway ? 'Slack cannot be reached' : 'Slack does not take our token');
    }
  }

  /** A scope that was not granted shows late otherwise, as a delivery that may come twice or a mention without an answer. */
  function warnOfScopes(workspaceId: string, granted: readonly string[]): void {
    if (granted.length === 0) return;
    const missing = Object.entries(scopesMissing(granted, features));
    const [optional, needed] = [
      missing.filter(([scope]) => isOptional(scope)),
      missing.filter(([scope]) => !isOptional(scope)),
    ];
    if (needed.length > 0)
      log.warn(
        { workspaceId, missing: Object.fromEntries(needed) },
        'the Slack app lacks scopes; update it from the manifest and install it again',
      );
    if (optional.length > 0)
      log.info({ workspaceId, without: Object.fromEntries(optional) }, 'the Slack app was not granted optional scopes');
  }
}

/** Hands everything that Slack sends to the handlers. */
function listen(listening: Listening): void {
  ignoreRepeats(listening.app);
  listenToCommands(listening);
  listenToShortcuts(listening);
  listenToButtons(listening);
  listenToForms(listening);
  listenToHome(listening);
  listenToLinks(listening);
  listenToChannels(listening);
  listenToSteps(listening);
}
