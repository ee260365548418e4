import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { applicationCommands } from '../../../src/chat/discord/application-commands.ts';
import { registerCommands } from '../../../src/chat/discord/register-commands.ts';
import { createDiscordRest, createRequestGuard } from '../../../src/chat/discord/rest.ts';
import { renderSpans } from '../../../src/chat/discord/text.ts';
import { context, paragraph, words } from '../../../src/chat/write.ts';
import { languages, loadLanguage } from '../../../src/wording/wording-for.ts';
import { eventually } from '../../fakes/eventually.ts';
import { refusal } from '../../fakes/fake-discord-routes.ts';
import { sampleHandlers } from '../local/sample-service.ts';
import { shownText, startDiscord } from './discord-service.ts';
import { personAt } from './person.ts';

const footer = { summary: 'News', blocks: [paragraph('News.'), context('Next Monday · /subscriptions')] };

describe('a command that our words name', () => {
  it('can be pressed in posts, corrections and answers once its registered id is known', async () => {
    const handlers = sampleHandlers();
    const { fake, chat, newsroom, refTo } = await startDiscord({
      handlers: { ...handlers, onCommand: (_call, responder) => responder.respond(footer, { onlyCaller: true }) },
    });
    const rest = createDiscordRest({ token: fake.token, api: fake.api, guard: createRequestGuard() });
    await registerCommands(applicationCommands(commands), { rest });
    const id = String(fake.store.commands.find(({ name }) => name === 'subscriptions')?.id);
    const shown = `-# Next Monday · </subscriptions:${id}>`;
    const { chat: later, ...other } = await startDiscord({ fake: { nowMs: () => 0 } });
    other.fake.store.commands = fake.store.commands;

    await eventually(async () => {
      const post = await later.post(other.refTo(other.newsroom.id), footer);
      const edited = await later.edit(post, footer);
      expect(shownText(other.fake.store.messages.get(edited.messageId) ?? {})).toContain(shown);
    });

    // The first chat asked before they were registered, and learns them one by one as they are used.
    const person = personAt(fake, { channel: newsroom });
    expect(shownText((await person.give('subscriptions', {}, undefined)).messages[0]?.body ?? {})).toContain(
      '</subscriptions:500000000000000001>',
    );
    await chat.post(refTo(newsroom.id), footer);
    expect(fake.store.in(newsroom.id).map(shownText).join()).toContain('</subscriptions:500000000000000001>');
  });

  it('is plain where Discord does not say its id, and costs no post', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    fake.addFault({ method: 'GET', path: /\/commands$/, times: 9, response: refusal(403, 50_001, 'Missing Access') });

    await chat.post(refTo(newsroom.id), footer);
    await eventually(() => expect(fake.requests.some(({ path }) => path.endsWith('/commands'))).toBe(true));
    await chat.post(refTo(newsroom.id), footer);

    expect(fake.store.in(newsroom.id).map(shownText)).toEqual(
      Array.from({ length: 2 }, () => 'News.\n-# Next Monday · /subscriptions'),
    );
  });

  const ids = new Map(commands.map(({ name }, index) => [name, String(100 + index)]));

  it.each([
    ['a style stays around it', [words('Open /who now', 'strong')], '**Open** </who:102> **now**'],
    ['its name alone in code is the command', [words('/who', 'code')], '</who:102>'],
    ['an example stays as it is typed', [words('/who Park Jin', 'code')], '`/who Park Jin`'],
    [
      'a path, a fraction, or what is longer is none',
      [words('either/who, /whoever, /who/was')],
      'either/who, /whoever, /who/was',
    ],
    ['a source that names it is left alone', [{ kind: 'quoted', text: 'Type /who here' }], '“Type /who here”'],
  ] as const)('%s', (_name, spans, shown) => {
    expect(renderSpans([...spans], ids)).toBe(shown);
  });

  it.each(languages)('is found wherever the words of %s name one', (code) => {
    const { catalog } = loadLanguage(code);
    const texts = [catalog.subscription.changeWith, catalog.subscription.startWith, catalog.refusals.storyGone];
    for (const text of texts) expect(renderSpans([words(text)], ids)).toMatch(/<\/[a-z]+:\d+>/u);
  });
});
