import type { App, Context } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import type { ChatHandlers } from '../chat.ts';
import type { Command } from '../command.ts';
import type { Turns } from '../turns.ts';
import type { Askers } from './askers.ts';
import { listenToButtons } from './listen-to-buttons.ts';
import { listenToChannels } from './listen-to-channels.ts';
import { listenToCommands } from './listen-to-commands.ts';
import { listenToForms } from './listen-to-forms.ts';
import { listenToHome } from './listen-to-home.ts';
import { listenToLinks } from './listen-to-links.ts';
import { listenToShortcuts } from './listen-to-shortcuts.ts';
import type { AnswerTools } from './responders.ts';

export type SlackCommand = Pick<Command, 'name' | 'description' | 'example' | 'options'> &
  Partial<Pick<Command, 'managesChannel'>>;

/** What answering uses in one workspace. */
export interface Ears extends AnswerTools {
  readonly workspaceId: string;
  readonly askers: Askers;
  readonly commands: readonly SlackCommand[];
  readonly handlers: ChatHandlers;
  readonly log: Log;
}

/** What listening uses. */
export interface Listening {
  readonly app: App;
  readonly turns: Turns;
  /** The workspace in which something was said or pressed. */
  at(context: Context): Ears;
}

/** Hands everything that Slack sends to the handlers. */
export function listen(listening: Listening): void {
  ignoreRepeats(listening.app);
  listenToCommands(listening);
  listenToShortcuts(listening);
  listenToButtons(listening);
  listenToForms(listening);
  listenToHome(listening);
  listenToLinks(listening);
  listenToChannels(listening);
}

const rememberedEvents = 2_000;

/** Slack sends again what it saw no acknowledgement for, after a lost connection too: each is obeyed once. */
function ignoreRepeats(app: App): void {
  const seen = new Set<string>();
  app.use(async ({ body, next, ...rest }) => {
    const { event_id: eventId, trigger_id: triggerId, type } = body as Record<string, unknown>;
    const id = type === 'block_suggestion' ? undefined : (eventId ?? triggerId);
    if (typeof id === 'string') {
      if (seen.has(id)) return acknowledge(rest);
      seen.add(id);
      const [oldest] = seen;
      if (seen.size > rememberedEvents && oldest !== undefined) seen.delete(oldest);
    }
    await next();
  });
}

/** A repeat is still to be acknowledged, or it comes a third time. */
async function acknowledge(args: object): Promise<void> {
  const { ack } = args as { ack?: () => Promise<void> };
  await ack?.();
}
