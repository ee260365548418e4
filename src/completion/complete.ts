import type { CommandServices } from '../../commands/define-command.ts';
import type { Asker } from '../chat/chat.ts';
import type { Command, Completion } from '../chat/command.ts';
import { completeInterest } from './complete-interest.ts';
import {
  daySuggestions,
  quietSuggestions,
  sinceSuggestions,
  timeSuggestions,
  zoneSuggestions,
} from './complete-when.ts';
import {
  actorSuggestions,
  findStories,
  languageSuggestions,
  mostSuggestions,
  type Suggestion,
  topicSuggestions,
} from './suggestions.ts';

interface CompletionContext {
  readonly asker: Asker;
  readonly services: CommandServices;
  readonly commands: readonly Command<CommandServices>[];
}

type Completer = (typed: string, context: CompletionContext) => readonly Suggestion[] | Promise<readonly Suggestion[]>;

const completers: Readonly<Record<Completion, Completer>> = {
  topic: (typed, { services }) => topicSuggestions(typed, services),
  interest: (typed, { services }) => completeInterest(typed, services),
  actor: (typed, { services }) => actorSuggestions(typed, services),
  story: async (typed, { services }) =>
    (await findStories(typed, services)).map(({ title }) => ({ label: title, value: title })),
  times: timeSuggestions,
  days: daySuggestions,
  since: sinceSuggestions,
  zone: zoneSuggestions,
  quiet: quietSuggestions,
  language: (typed, { services }) => languageSuggestions(typed, services),
  offer: async (_typed, { services, asker }) =>
    (await services.subscriptions.offers(asker)).map(({ id, interest }) => ({
      label: `${id}: ${interest}`,
      value: String(id),
    })),
  command: (typed, { commands }) =>
    commands
      .filter(({ name }) => name.startsWith(typed.toLowerCase()))
      .map(({ name, description }) => ({ label: `${name}: ${description}`, value: name })),
};

/** What a person may mean by what they typed so far, likeliest first. */
export async function complete(
  completion: Completion,
  typed: string,
  context: CompletionContext,
): Promise<readonly Suggestion[]> {
  return (await completers[completion](typed, context)).slice(0, mostSuggestions);
}
