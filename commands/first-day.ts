import type { CommandContext } from '../src/chat/command.ts';
import type { Message } from '../src/chat/message.ts';
import { type Action, answers } from './action.ts';
import { brief } from './brief.ts';
import type { CommandServices } from './define-command.ts';
import { greetingMessage } from './greeting.ts';
import { commands } from './index.ts';
import { sendToMe, subscribeInPlace } from './subscribe-in-place.ts';

const everyDayAt = '08:00';

/** The buttons of the greeting, of places without a subscription, and for members who do not manage the channel. */
export const firstDayActions: Readonly<Record<string, Action>> = {
  'brief-now': answers((request) => brief.run({}, request)),
  'subscribe-daily': {
    run: async (request) => ({
      kind: 'answer',
      message: await subscribeInPlace({ interest: 'everything', times: everyDayAt }, request),
    }),
  },
  'show-help': { run: async (request) => ({ kind: 'answer', message: await helpMessage(request) }) },
  'send-to-me': { run: async (request) => ({ kind: 'answer', message: await sendToMe(request) }) },
};

async function helpMessage(request: CommandContext<CommandServices>): Promise<Message> {
  const help = commands.find(({ name }) => name === 'help');
  return (await help?.run({}, request)) ?? greetingMessage(request.say);
}
