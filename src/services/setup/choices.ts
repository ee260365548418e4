import { type RemotePlatform, remotePlatforms } from '../../chat/platforms.ts';
import type { VariableName } from '../../config/environment.ts';
import { parseZone } from '../../subscriptions/parse-zone.ts';
import { UserError } from '../../user-error.ts';
import type { FoundModel } from './find-model.ts';

/** The secrets that each chat starts with. */
export const secretsOf: Readonly<Record<RemotePlatform, readonly VariableName[]>> = {
  slack: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
  discord: ['DISCORD_TOKEN'],
};

/** What an operator decides before the first start. */
export interface Choices {
  readonly chats: readonly RemotePlatform[];
  /** Whether to serve the local page beside the chats; without a chat it is always served. */
  readonly page: boolean;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly contact: string;
  readonly secrets: Readonly<Partial<Record<VariableName, string>>>;
  /** A model on this machine that chooses sentences; words do without it. */
  readonly model?: FoundModel;
}

/** What was given on the command line instead of being asked. */
export interface InitFlags {
  readonly chats?: string;
  readonly page?: boolean;
  readonly languages?: string;
  readonly zone?: string;
  readonly contact?: string;
}

/** The choices and the default. */
export interface ChoiceContext {
  /** Languages that there are feeds in. */
  readonly languages: readonly string[];
  /** The machine's zone. */
  readonly zone: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What flags say, defaults elsewhere. Tokens are taken from the environment: on a command line others could read them. */
export function choicesOf(flags: InitFlags, context: ChoiceContext): Choices {
  const chosen = oneOf(flags.chats ?? chatsWithSecrets(context.env).join(), remotePlatforms, 'chat');
  return {
    chats: chosen,
    page: flags.page ?? true,
    languages: oneOf(flags.languages ?? 'en', context.languages, 'feed language'),
    zone: parseZone(flags.zone ?? context.zone),
    contact: flags.contact?.trim() ?? '',
    secrets: secretsFrom(context.env, chosen),
  };
}

function chatsWithSecrets(env: ChoiceContext['env']): readonly RemotePlatform[] {
  return remotePlatforms.filter((chat) => secretsOf[chat].some((name) => env[name] !== undefined));
}

function secretsFrom(env: ChoiceContext['env'], chosen: readonly RemotePlatform[]): Choices['secrets'] {
  const names = chosen.flatMap((chat) => secretsOf[chat]);
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

function oneOf<Name extends string>(text: string, known: readonly Name[], what: string): readonly Name[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '' && word !== 'none');
  return [...new Set(words)].map((word) => {
    const found = known.find((name) => name === word.toLowerCase());
    if (found === undefined) throw new UserError(`Unknown ${what} "${word}". Use ${known.join(', ')}.`);
    return found;
  });
}
