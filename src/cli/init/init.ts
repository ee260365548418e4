import { confirm, isCancel } from '@clack/prompts';
import type { Choices, InitFlags } from '../../services/setup/choices.ts';
import { findModels, tryModel } from '../../services/setup/find-model.ts';
import { missingSecrets, setupFiles, suggestChoices } from '../../services/setup/set-up.ts';
import { changeOf, type NewFile, type WrittenFile, writeWhole } from '../../services/setup/write-files.ts';
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
  const { languages, suggested } = suggestChoices(options, env);
  const choices = asks ? await askChoices(suggested, languages, { models: await findModels() }) : suggested;
  if (choices.model) process.stdout.write(`${await tryModel(choices.model)}\n`);
  const written = await write(setupFiles(choices, env), { asks, force: options.force ?? false });
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

function nextSteps(choices: Choices): readonly string[] {
  const { chats, page } = choices;
  return [
    ...missingSecrets(choices).map(({ chat, name }) => `set ${name} in .env; docs/${chat}.md says where to find it`),
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
