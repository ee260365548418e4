import { actions, forms } from '../../commands/actions.ts';
import type { CommandServices } from '../../commands/define-command.ts';
import { greetingMessage } from '../../commands/greeting.ts';
import { commands } from '../../commands/index.ts';
import { readTypedLine } from '../../commands/lines.ts';
import { messageCommands } from '../../commands/message-commands.ts';
import { unfurl } from '../../commands/unfurl.ts';
import type { ChatHandlers } from '../chat/chat.ts';
import { createDispatch } from '../chat/dispatch.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { countAnswers, type ObserveCallsOptions, observeCalls } from '../runtime/observe-chat.ts';
import { databaseTrouble, isDatabaseOutage } from '../storage/database-trouble.ts';
import type { LocalizedText } from '../wording/catalog.ts';
import { createChannelsBack } from './channel-losses.ts';
import { complete } from './complete.ts';
import type { Newsroom } from './newsroom.ts';

/** What a chat calls when people type and press. */
export function createHandlers(
  { services, storage, log }: Pick<Newsroom, 'services' | 'storage' | 'log'>,
  observe?: Omit<ObserveCallsOptions, 'names'>,
): ChatHandlers {
  const names = new Set([
    ...commands.map(({ name }) => name),
    ...Object.keys(actions),
    ...Object.keys(forms),
    'share',
    'command',
    'correct-form',
    'line',
  ]);
  const dispatch = createDispatch({
    commands,
    actions,
    forms,
    messageCommands,
    readLine: readTypedLine,
    unfurl,
    greet: ({ say }) => greetingMessage(say),
    complete: (completion, typed, caller, say) => complete(completion, typed, { caller, services, commands, say }),
    async languageOf(channel) {
      const { language, languageIsDefault } = await services.settings.of(channel);
      return languageIsDefault ? undefined : language;
    },
    explain: explainTrouble,
    services,
    log,
    ...(observe && { around: observeCalls({ ...observe, names }) }),
  });
  const handlers = { ...dispatch, ...createChannelsBack({ storage, log }) };
  return observe ? countAnswers(handlers, observe.metrics) : handlers;
}

/** For disk and database errors, people get a sentence that helps them. */
export function explainTrouble(error: unknown): LocalizedText | undefined {
  const kind = databaseTrouble(error)?.kind;
  if (kind === 'damaged') return ({ refusals }) => refusals.archiveDamaged;
  if (kind === 'full') return ({ refusals }) => refusals.diskFull;
  // An error of the database driver itself: what other connections fail with is wrapped in errors of their own.
  const isAway = kind === undefined && error instanceof Error && error.cause === undefined && isDatabaseOutage(error);
  return isAway ? ({ refusals }) => refusals.databaseAway : undefined;
}

/** What a person asks to be sent now is not left to the next tick. */
export function sendingAtOnce(services: CommandServices, jobs: Jobs): CommandServices {
  const { briefings } = services;
  return {
    ...services,
    get languages() {
      return services.languages;
    },
    get topics() {
      return services.topics;
    },
    briefings: {
      ...briefings,
      async sendNow(subscription) {
        const answer = await briefings.sendNow(subscription);
        if (answer.kind === 'planned') await jobs.send('deliver', 'now');
        return answer;
      },
    },
  };
}
