import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RemotePlatform, remotePlatforms } from '../../chat/platforms.ts';
import { parseConfig, readBundled } from '../../config/config.ts';
import { type VariableName, variable, wrongShape } from '../../config/environment.ts';
import { startingFeeds } from '../../feeds/feed-catalog.ts';
import { parseZone } from '../../subscriptions/parse-zone.ts';
import { UserError } from '../../user-error.ts';
import { type Choices, choicesOf, type InitFlags, secretsOf } from './choices.ts';
import type { FoundModel } from './find-model.ts';
import { type NewFile, renderConfiguration, renderEnvironment, writeWhole } from './write-files.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where the configuration is read from and written to. */
export function configurationPath(env: Env): string {
  return env.KURZWELLE_CONFIG ?? 'kurzwelle.yaml';
}

/** What there is to choose from, and what flags, the environment and this machine suggest. */
export function suggestChoices(flags: InitFlags, env: Env) {
  const languages = [...startingFeeds(readBundled('feeds.yaml')).keys()];
  return { languages, suggested: choicesOf(flags, { languages, zone: Temporal.Now.timeZoneId(), env }) };
}

/** The configuration file and .env with these choices; other lines of .env are kept. Throws UserError where no language is chosen. */
export function setupFiles(choices: Choices, env: Env): readonly NewFile[] {
  const catalog = startingFeeds(readBundled('feeds.yaml'));
  const feeds = choices.languages.flatMap((language) => catalog.get(language) ?? []);
  if (feeds.length === 0) throw new UserError('Choose at least one language, for example: --languages en');
  const path = configurationPath(env);
  const schema = fileURLToPath(new URL('../../../config/kurzwelle.schema.json', import.meta.url));
  const text = renderConfiguration(choices, { feeds, schema: relative(dirname(resolve(path)), schema) });
  // Nothing is written that the next start would refuse.
  parseConfig(text, path);
  return [
    { path, text },
    { path: '.env', text: renderEnvironment(choices, readIfThere('.env')), mode: 0o600 },
  ];
}

/** Tokens that the chosen platforms still need. */
export function missingSecrets({
  chats,
  secrets,
}: Pick<Choices, 'chats' | 'secrets'>): readonly { readonly chat: RemotePlatform; readonly name: VariableName }[] {
  return chats.flatMap((chat) => secretsOf[chat].filter((name) => !secrets[name]).map((name) => ({ chat, name })));
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** What a form of the setup page needs: names of tokens and whether they are set, never the tokens themselves. */
export interface SetupQuestions {
  readonly languages: readonly string[];
  readonly zone: string;
  readonly chats: readonly {
    readonly id: RemotePlatform;
    readonly secrets: readonly { readonly name: VariableName; readonly what: string; readonly isSet: boolean }[];
  }[];
  readonly models: readonly string[];
}

/** What was filled in there, as it came from the browser. */
export interface SetupAnswers {
  readonly chats: readonly RemotePlatform[];
  readonly page: boolean;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly contact: string;
  readonly secrets: Readonly<Record<string, string>>;
  /** Name of the model that chooses sentences. */
  readonly model?: string | undefined;
}

/** What became of answers: saved, or what is wrong in which field. */
export type SetupOutcome =
  | {
      readonly kind: 'saved';
      readonly choices: Choices;
      readonly missing: readonly { readonly chat: RemotePlatform; readonly name: VariableName }[];
    }
  | { readonly kind: 'wrong'; readonly field: string; readonly error: UserError };

/** Setting up in a browser: its questions, and the answers checked and written. */
export interface Setup {
  readonly questions: SetupQuestions;
  save(answers: SetupAnswers): SetupOutcome;
}

/** Asks and writes what `kurzwelle init` does. `models` are those that a server on this machine offers. */
export function createSetup(env: Env, models: readonly FoundModel[]): Setup {
  const { languages, suggested } = suggestChoices({}, env);
  return {
    questions: {
      languages,
      zone: suggested.zone,
      chats: remotePlatforms.map((id) => ({
        id,
        secrets: secretsOf[id].map((name) => ({
          name,
          what: variable(name).what.replaceAll('`', ''),
          isSet: Boolean(env[name]),
        })),
      })),
      models: models.map(({ name }) => name),
    },
    save(answers) {
      const read = choicesOfAnswers(answers, { languages, env, models });
      if (read.kind === 'wrong') return read;
      try {
        for (const file of setupFiles(read.choices, env)) writeWhole(file);
      } catch (cause) {
        const { code, path = '' } = cause as NodeJS.ErrnoException;
        if (code === undefined) throw cause;
        return wrong('', new UserError(({ errors }) => errors.cannotWrite(resolve(path), code)));
      }
      return { kind: 'saved', choices: read.choices, missing: missingSecrets(read.choices) };
    },
  };
}

/** Answers as choices, with tokens that the environment has already; or the first thing that is wrong with them. */
function choicesOfAnswers(
  answers: SetupAnswers,
  {
    languages,
    env,
    models,
  }: { readonly languages: readonly string[]; readonly env: Env; readonly models: readonly FoundModel[] },
): { readonly kind: 'chosen'; readonly choices: Choices } | Extract<SetupOutcome, { kind: 'wrong' }> {
  const chosen = languages.filter((language) => answers.languages.includes(language));
  if (chosen.length === 0) return wrong('languages', new UserError(({ setup }) => setup.noLanguage));
  const zone = zoneOrError(answers.zone);
  if (zone instanceof UserError) return wrong('zone', zone);
  const secrets: Partial<Record<VariableName, string>> = {};
  for (const name of answers.chats.flatMap((chat) => secretsOf[chat])) {
    const value = answers.secrets[name]?.trim() || env[name];
    // A line of .env ends there: nothing else may be written into it.
    const trouble = value && (/[\r\n]/u.test(value) ? `${name} must be a single line` : wrongShape(name, value));
    if (trouble) return wrong(name, new UserError(`${trouble}.`));
    if (value) secrets[name] = value;
  }
  const model = models.find(({ name }) => name === answers.model);
  return {
    kind: 'chosen',
    choices: {
      ...{ chats: answers.chats, page: answers.page, languages: chosen, zone, secrets },
      contact: answers.contact.trim(),
      ...(model && { model }),
    },
  };
}

function zoneOrError(text: string): string | UserError {
  try {
    return parseZone(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function wrong(field: string, error: UserError): Extract<SetupOutcome, { kind: 'wrong' }> {
  return { kind: 'wrong', field, error };
}
