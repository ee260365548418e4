import type { ActionItem, Message, MessageBlock } from '../src/chat/message.ts';
import { context, paragraph } from '../src/chat/write.ts';
import type { Catalog } from '../src/wording/catalog.ts';

/** What whoever added the bot, invited it or opened its messages is shown once: what it is, and three buttons to begin with. */
export function greetingMessage(say: Catalog): Message {
  const { friendly, canDo } = say.lines;
  const { whatCanYouDo } = say.firstDay;
  const first = firstSteps(say);
  const items = first.kind === 'actions' ? first.items : [];
  const help: ActionItem = { kind: 'button', label: whatCanYouDo, action: 'show-help', value: 'all' };
  return {
    summary: friendly,
    blocks: [paragraph(friendly), { kind: 'actions', items: [...items, help] }, context(canDo)],
  };
}

/** Two buttons for a place where nothing was done yet: news now, and every day at 8 here. */
export function firstSteps({ firstDay }: Catalog): MessageBlock {
  return {
    kind: 'actions',
    items: [
      { kind: 'button', label: firstDay.newsNow, action: 'brief-now', value: 'all', tone: 'primary' },
      { kind: 'button', label: firstDay.everyDay, action: 'subscribe-daily', value: 'all' },
    ],
  };
}
