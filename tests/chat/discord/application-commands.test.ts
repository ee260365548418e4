import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { applicationCommands, localizedNames } from '../../../src/chat/discord/application-commands.ts';
import { limits } from '../../../src/chat/discord/limits.ts';
import { compareCommands, registerCommands } from '../../../src/chat/discord/register-commands.ts';
import { createDiscordRest, createRequestGuard } from '../../../src/chat/discord/rest.ts';
import { en } from '../../../src/wording/en/index.ts';
import { languages, loadLanguage } from '../../../src/wording/wording-for.ts';
import { createSchemaCheck, hasDiscordSchema, schemaNote } from './discord-schema.ts';
import { startDiscord } from './discord-service.ts';

const registered = applicationCommands(commands);
const names = commands.map(({ name }) => name) as (keyof typeof en.commands.names)[];

interface Texts {
  readonly name?: unknown;
  readonly name_localizations?: unknown;
  readonly description?: unknown;
  readonly description_localizations?: unknown;
  readonly options?: readonly object[] | undefined;
  readonly choices?: readonly object[] | undefined;
}

/** Every text of a command that has other languages, in one of them. */
function localizedTexts(texts: Texts, locale: string): { english: string; told: string | undefined }[] {
  const pair = (text: unknown, others: unknown) =>
    others ? [{ english: String(text), told: (others as Record<string, string>)[locale] }] : [];
  return [
    ...pair(texts.name, texts.name_localizations),
    ...pair(texts.description, texts.description_localizations),
    ...[...(texts.options ?? []), ...(texts.choices ?? [])].flatMap((inner) => localizedTexts(inner as Texts, locale)),
  ];
}

/** What Discord counts of a command: of each text its longest language. https://docs.discord.com/developers/interactions/application-commands */
function countedLength(texts: Texts & { readonly value?: unknown }): number {
  const longest = (text: unknown, others: unknown) =>
    Math.max(...[text ?? '', ...Object.values(others ?? {})].map((one) => String(one).length));
  const inner = [...(texts.options ?? []), ...(texts.choices ?? [])].map((one) => countedLength(one as Texts));
  return (
    longest(texts.name, texts.name_localizations) +
    longest(texts.description, texts.description_localizations) +
    String(texts.value ?? '').length +
    inner.reduce((sum, length) => sum + length, 0)
  );
}

describe('what Discord is told of our commands', () => {
  it('is every command, and those in the menu of a message', () => {
    expect(registered.map(({ name }) => name)).toEqual([
      ...commands.map(({ name }) => name),
      'Who is in this?',
      'Background',
    ]);
  });

  it('is within the limits of names, descriptions, options and choices', () => {
    for (const command of registered) {
      if (command.type !== 1) continue;
      expect(command.name).toMatch(/^[-_\p{L}\p{N}]{1,32}$/u);
      const texts = [command, ...(command.options ?? [])].flatMap(({ description, description_localizations }) => [
        description,
        ...Object.values(description_localizations ?? {}),
      ]);
      for (const text of texts) expect(`${text}`.length, `${text}`).toBeLessThanOrEqual(limits.commandDescription);
      expect(command.options?.length ?? 0).toBeLessThanOrEqual(limits.commandOptions);
      expect(countedLength(command)).toBeLessThan(limits.commandText);
    }
  });

  it.each(['de', 'fr', 'es-ES', 'es-419', 'pt-BR', 'tr', 'ru', 'uk', 'zh-CN'])(
    'is in %s too, wherever a person reads it',
    (locale) => {
      const texts = registered.flatMap((command) => localizedTexts(command, locale));
      expect(texts.length).toBeGreaterThan(50);
      const untold = texts.filter(({ told }) => told === undefined);
      expect(untold).toEqual([]);
      const same = texts.filter(({ english, told }) => told === english && english.includes(' '));
      expect(same).toEqual([]);
    },
  );

  it.each(languages.filter((code) => code !== 'en'))(
    'every command has a name of its own that Discord takes in %s',
    (code) => {
      const { catalog } = loadLanguage(code);
      const left = names.filter((name) => !localizedNames(names, catalog).has(name));
      expect(left).toEqual([]);
    },
  );

  it('leaves out a name that Discord refuses, or that another command has', () => {
    const left = (own: object) => {
      const words = { ...en.commands, names: { ...en.commands.names, ...own } };
      const kept = localizedNames(names, { ...en, commands: words });
      return names.filter((name) => !kept.has(name));
    };
    expect(left({ who: 'wer' })).toEqual([]);
    expect(left({ ask: 'Fragen', story: 'ein thema', why: 'w'.repeat(33), help: '' })).toEqual([
      ...names.filter((name) => ['ask', 'story', 'why', 'help'].includes(name)),
    ]);
    // An English name that another command has goes on to be found, but not twice in one language.
    expect(left({ ask: 'search' })).toContain('ask');
    expect(left({ help: 'hilfe', status: 'hilfe' })).toEqual(['status', 'help']);
    expect(registered.find(({ name }) => name === 'who')).toMatchObject({
      name_localizations: { de: 'wer', 'es-ES': 'quién', 'es-419': 'quién', 'zh-CN': '人物' },
    });
  });

  it('has who may change subscriptions, and where all can be given', () => {
    const subscribe = registered.find(({ name }) => name === 'subscribe');
    expect(subscribe).toMatchObject({ default_member_permissions: '16', contexts: [0, 1] });
    expect(registered.find(({ name }) => name === 'who')).not.toHaveProperty('default_member_permissions');
    const anywhere = registered.filter(({ integration_types: types }) => types?.includes(1));
    expect(anywhere.map(({ name }) => name).toSorted()).toEqual(
      ['Background', 'Who is in this?', 'ask', 'background', 'brief', 'who'].toSorted(),
    );
    expect(anywhere.every(({ contexts }) => JSON.stringify(contexts) === '[0,1,2]')).toBe(true);
    const byModerators = applicationCommands(commands, 'ManageMessages').find(({ name }) => name === 'subscribe');
    expect(byModerators).toMatchObject({ default_member_permissions: String(1 << 13) });
  });

  it('suggests where a person types what we know', () => {
    const who = registered.find(({ name }) => name === 'who');
    expect(who).toMatchObject({ options: [{ name: 'actor', type: 3, required: false, autocomplete: true }] });
  });

  it.skipIf(!hasDiscordSchema)(`is valid by Discord's own document${schemaNote}`, () => {
    const check = createSchemaCheck();
    for (const command of registered) {
      // Their document has the permissions as a number, their guide as a string, which is what they give back.
      const { default_member_permissions: permissions, ...rest } = command;
      const body = permissions ? { ...rest, default_member_permissions: Number(permissions) } : rest;
      expect(check('ApplicationCommandUpdateRequest', body), command.name).toEqual([]);
    }
  });
});

describe('registering', () => {
  const restOf = ({ api, token }: { api: string; token: string }) =>
    createDiscordRest({ api, token, guard: createRequestGuard() });

  it('sets all at once, and nothing when nothing differs', async () => {
    const { fake } = await startDiscord();
    const first = await registerCommands(registered, { rest: restOf(fake) });
    const second = await registerCommands(registered, { rest: restOf(fake) });

    expect(first.added).toHaveLength(registered.length);
    expect(second).toMatchObject({ added: [], changed: [], removed: [], unchanged: registered.length });
    expect(fake.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('changes nothing when it is to show only', async () => {
    const { fake } = await startDiscord();

    await registerCommands(registered, { rest: restOf(fake), dryRun: true });

    expect(fake.store.commands).toEqual([]);
  });

  it('sets the commands of one server for development', async () => {
    const { fake } = await startDiscord();

    await registerCommands(registered, { rest: restOf(fake), guildId: fake.guildId });

    expect(fake.requests.at(-1)?.path).toContain(`/guilds/${fake.guildId}/commands`);
    expect(fake.store.commands[0]).not.toHaveProperty('contexts');
  });

  it('says what was added, changed and removed', () => {
    const [first, second] = registered;
    if (!first || !second) throw new Error('there are commands');
    const old = { ...second, description: 'Of old' };
    expect(compareCommands([first, second], [old, { name: 'gone', type: 1 }])).toEqual({
      added: [first.name],
      changed: [second.name],
      removed: ['gone'],
      unchanged: 0,
    });
  });
});
