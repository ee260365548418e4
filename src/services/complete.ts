import type { CommandServices } from '../../commands/define-command.ts';
import type { Caller } from '../chat/chat.ts';
import { type Command, type Completion, commandIn } from '../chat/command.ts';
import type { Catalog } from '../wording/catalog.ts';
import { completeInterest } from './complete-interest.ts';
import {
  daySuggestions,
  quietSuggestions,
  sinceSuggestions,
  timeSuggestions,
  withoutSuggestions,
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
  readonly caller: Caller;
  readonly services: CommandServices;
  readonly commands: readonly Command<CommandServices>[];
  readonly say: Catalog;
}

type Completer = (typed: string, context: CompletionContext) => readonly Suggestion[] | Promise<readonly Suggestion[]>;

const completers: Readonly<Record<Completion, Completer>> = {
  topic: (typed, { services, say }) => topicSuggestions(typed, services, say),
  interest: (typed, { services, say }) => completeInterest(typed, services, say),
  actor: (typed, { services, say }) => actorSuggestions(typed, services, say),
  story: async (typed, { services }) =>
    (await findStories(typed, services)).map(({ title }) => ({ label: title, value: title })),
  times: (typed, { say }) => timeSuggestions(typed, say),
  days: (typed, { say }) => daySuggestions(typed, say),
  since: (typed, { say }) => sinceSuggestions(typed, say),
  without: (typed, { say }) => withoutSuggestions(typed, say),
  zone: zoneSuggestions,
  quiet: (typed, { say }) => quietSuggestions(typed, say),
  language: (typed, { services, say }) => languageSuggestions(typed, services, say),
  offer: async (_typed, { services, caller }) =>
    (await services.subscriptions.offers(caller)).map(({ id, interest }) => ({
      label: `${id}: ${interest}`,
      value: String(id),
    })),
  command: (typed, { commands, say }) =>
    commands
      .filter(({ name }) => name.startsWith(typed.toLowerCase()))
      .map((command) => commandIn(command, say))
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
