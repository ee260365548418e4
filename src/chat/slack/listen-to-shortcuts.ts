import type { Listening, Workspace } from './listen.ts';
import { messageWords } from './message-words.ts';
import { openCommandForm } from './open-forms.ts';
import { type ShortcutPayload, type SpokenMessage, shortcutPayload } from './payloads.ts';
import { actionNameOf } from './render-actions.ts';
import { createUrlResponder } from './responders.ts';
import { createResponseUrl } from './response-url.ts';
import { globalPrefix, messageShortcuts } from './shortcuts.ts';

/** What is asked of a message by its menu, and what is begun from anywhere by the menu of shortcuts. */
export function listenToShortcuts({ app, queue, workspaceOf }: Listening): void {
  app.shortcut(/^(?:message|global)-/u, async ({ ack, payload, context }) => {
    await ack();
    // Those of a message are answered in words, the others by a form.
    const isUrgent = payload.callback_id.startsWith(globalPrefix);
    await queue.run(() => onShortcut(shortcutPayload.parse(payload), workspaceOf(context)), { isUrgent });
  });
}

async function onShortcut(payload: ShortcutPayload, workspace: Workspace): Promise<void> {
  const { channel, message, response_url: url, trigger_id: triggerId, user, callback_id: name } = payload;
  const asker = await workspace.askers.asker({
    userId: user.id,
    userName: user.name,
    channelId: channel?.id ?? user.id,
  });
  if (!message || !url) {
    return openCommandForm(name.slice(globalPrefix.length), { asker, triggerId }, workspace);
  }
  const responder = createUrlResponder({ ...workspace, asker, triggerId, responseUrl: createResponseUrl({ url }) });
  const command = name === messageShortcuts.who ? 'who' : 'background';
  const action = command === 'who' ? 'whos-who' : 'background';
  const value = referenceIn(message.blocks, action);
  const post = { ...asker.channel, messageId: '' };
  if (value !== undefined) return workspace.handlers.onAction({ asker, action, value, post }, responder);
  await workspace.handlers.onMessageCommand?.({ asker, command, text: messageWords(message) }, responder);
}

/** Of one of our own messages: what its first button of that name refers to. */
function referenceIn(blocks: SpokenMessage['blocks'], action: string): string | undefined {
  const buttons = blocks.flatMap(({ elements = [] }) => elements as { action_id?: unknown; value?: unknown }[]);
  const found = buttons.find(({ action_id: id }) => typeof id === 'string' && actionNameOf(id) === action);
  return typeof found?.value === 'string' ? found.value : undefined;
}
