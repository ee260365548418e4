import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { confirm, isCancel } from '@clack/prompts';
import { parseConfig, readBundled } from '../../config/config.ts';
import { startingFeeds } from '../../feeds/feed-catalog.ts';
import { type Choices, choicesOf, type InitFlags, secretsOf } from '../../services/setup/choices.ts';
import { findModels, tryModel } from '../../services/setup/find-model.ts';
import {
  changeOf,
  type NewFile,
  renderConfiguration,
  renderEnvironment,
  type WrittenFile,
  writeWhole,
} from '../../services/setup/write-files.ts';
import { UserError } from '../../user-error.ts';
import { printJson } from '../terminal-output.ts';
import { askChoices } from './ask-choices.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface InitOptions extends InitFlags {
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `kurzwelle init`: asks, or takes flags, and writes the configuration file and .env of the current folder. */
export async function init(options: InitOptions, env: Env): Promise<void> {
  const asks = !options.yes && !options.json;
  if (asks && !(process.stdin.isTTY && process.stdout.isTTY))
    throw new UserError('This is not a terminal, so no questions can be asked. Use --yes and flags; see --help.');
  const catalog = startingFeeds(readBundled('feeds.yaml'));
  const languages = [...catalog.keys()];
  const suggested = choicesOf(options, { languages, zone: Temporal.Now.timeZoneId(), env });
  const choices = asks ? await askChoices(suggested, languages, { models: await findModels() }) : suggested;
  if (choices.model) process.stdout.write(`${await tryModel(choices.model)}\n`);
  const files = filesOf(
    choices,
    choices.languages.flatMap((language) => catalog.get(language) ?? []),
    env,
  );
  const written = await write(files, { asks, force: options.force ?? false });
  const next = nextSteps(choices);
  if (options.json)
    printJson({
      files: written,
      chats: choices.chats,
      page: choices.page,
      languages: choices.languages,
      zone: choices.zone,
      next,
    });
  else
    process.stdout.write(`${[...written.map(describe), '', 'Next:', ...next.map((step) => `  ${step}`)].join('\n')}\n`);
}

function filesOf(choices: Choices, feeds: readonly string[], env: Env): readonly NewFile[] {
  if (feeds.length === 0) throw new UserError('Choose at least one language, for example: --languages en');
  const path = env.KURZWELLE_CONFIG ?? 'kurzwelle.yaml';
  const schema = fileURLToPath(new URL('../../../config/kurzwelle.schema.json', import.meta.url));
  const text = renderConfiguration(choices, { feeds, schema: relative(dirname(resolve(path)), schema) });
  // Nothing is written that the next start would refuse.
  parseConfig(text, path);
  return [
    { path, text },
    { path: '.env', text: renderEnvironment(choices, readIfThere('.env')), mode: 0o600 },
  ];
}

/** Nothing that differs is replaced without a yes; without somebody to ask, nothing at all is written then. */
async function write(
  files: readonly NewFile[],
  { asks, force }: { readonly asks: boolean; readonly force: boolean },
): Promise<readonly WrittenFile[]> {
  const different = files.filter((file) => changeOf(file) === 'different').map(({ path }) => path);
  if (different.length > 0 && !asks && !force)
    throw new UserError(
      `${different.join(' and ')} would change. Use --force to replace; other lines of .env are kept.`,
    );
  const written: WrittenFile[] = [];
  for (const file of files) {
    const mayWrite = !different.includes(file.path) || force || (await agreesToReplace(file.path));
    written.push(mayWrite ? writeWhole(file) : { path: file.path, state: 'kept' });
  }
  return written;
}

async function agreesToReplace(path: string): Promise<boolean> {
  const question = path === '.env' ? 'Change .env? Other lines are kept.' : `${path} exists. Replace it?`;
  const answer = await confirm({ message: question, initialValue: false });
  return !isCancel(answer) && answer;
}

function nextSteps({ chats, page, secrets }: Choices): readonly string[] {
  const missing = chats.flatMap((chat) =>
    secretsOf[chat].filter((name) => !secrets[name]).map((name) => ({ chat, name })),
  );
  return [
    ...missing.map(({ chat, name }) => `set ${name} in .env; docs/${chat}.md says where to find it`),
    ...(chats.includes('discord') ? ['npm run kurzwelle -- register     registers the commands with Discord'] : []),
    'npm run kurzwelle -- doctor       checks everything',
    page || chats.length === 0
      ? 'npm start                         starts the service and prints the address of the local page'
      : 'npm start                         starts the service',
  ];
}

function describe({ path, state }: WrittenFile): string {
  return `${path}: ${state}`;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
