import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/chat/chat.ts';
import { createLocalChat, type LocalChat } from '../../src/chat/local/local-chat.ts';
import { renderTerminal } from '../../src/chat/local/render-terminal.ts';
import type { Catalog } from '../../src/wording/catalog.ts';
import { en } from '../../src/wording/en/index.ts';
import { catalogOf, languages, loadLanguage } from '../../src/wording/wording-for.ts';
import { openTestNewsroom, type TestNewsroom } from '../commands/newsroom.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { createMemoryPosts } from '../fakes/memory-posts.ts';

let room: TestNewsroom;
let chat: LocalChat;

beforeAll(async () => {
  room = await openTestNewsroom('2026-05-06T07:00:00Z');
  chat = createLocalChat({
    posts: createMemoryPosts(),
    clock: room.clock,
    channels: languages.map((id) => ({ id })),
  });
  await chat.start(room.handlers);
  await room.archive({
    id: 'dw:1',
    headline: 'Rice mill flooded in Norland',
    paragraphs: [
      'Minister Ulla Brandt visited the flooded rice mill in Norland on Wednesday.',
      'Nine people are missing.',
    ],
    topics: ['asia'],
  });
  room.clock.advance({ hours: 1 });
});

afterAll(() => room.close());

/** What the local chat shows of an answer to a person whose browser or platform asks for a language. */
async function say(locale: string, command: string, options: Record<string, string> = {}): Promise<string> {
  const responder = new FakeResponder();
  const channel = chat.channel(locale.slice(0, 2));
  if (!channel || !chat.handlers) throw new Error('the local chat has not started');
  const caller: Caller = { channel, userId: 'u', userName: 'Reader', mayManage: true, locale };
  await chat.handlers.onCommand({ caller, command, options }, responder);
  const message = responder.messages.at(-1);
  if (!message) throw new Error(`/${command} was not answered`);
  return renderTerminal(message, { width: 400, color: false });
}

/** The text without the English entries that stand in for what a language lacks: a new command may be translated later. */
function withoutFallbacks(shown: string, code: string): string {
  return loadLanguage(code).missing.reduce((text, path) => {
    const entry = path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], en);
    return typeof entry === 'string' ? text.replaceAll(entry, '') : text;
  }, shown);
}

/** The topic, as config/topics.yaml names it. */
const names: Readonly<Record<string, string>> = {
  ...{ de: 'Asien', fr: 'Asie', es: 'Asia', pt: 'Ásia', tr: 'Asya', ru: 'Азия' },
  ...{ uk: 'Азія', ar: 'آسيا', zh: '亚洲' },
};

describe.each(languages.map((code) => [code, catalogOf(code)] as const))('in %s', (code: string, words: Catalog) => {
  const { locale } = words;
  const { subscription, briefing, answer, service, commands } = words;

  test('a channel subscribes', async () => {
    const told = await say(locale, 'subscribe', { interest: 'asia' });
    expect(told).toContain(subscription.title('1', 'asia').split('1')[0]);
    expect(await say(locale, 'subscriptions')).toContain(words === en ? '  asia' : `  ${names[locale.slice(0, 2)]}`);
    expect(told).toContain(subscription.nextBriefing);
    expect(told).toContain(subscription.edit);
    expect(told.toLocaleLowerCase(locale)).toContain(subscription.daily.toLocaleLowerCase(locale));
  });

  test('a person is briefed', async () => {
    const told = await say(locale, 'brief');
    expect(told).toContain(briefing.title(briefing.everything));
    expect(told).toContain(briefing.stories(1));
    expect(told).toContain('Minister Ulla Brandt visited the flooded rice mill in Norland on Wednesday.');
    expect(told).toContain(briefing.quoted('DW'));
    expect(told).toContain(briefing.whosWho);
  });

  test('somebody is looked up', async () => {
    const told = await say(locale, 'who', { actor: 'Ulla Brandt' });
    expect(told).toContain(answer.quotes);
    expect(told).toContain(answer.articles(1));
  });

  test('nobody of that name is refused', async () => {
    const told = await say(locale, 'who', { actor: 'Zzyx Nobody' });
    expect(told).toContain(answer.notInArchive);
    expect(told).toContain(answer.noArticleNames('Zzyx Nobody'));
  });

  test('a mistake is explained', async () => {
    expect(await say(locale, 'subscribe', { interest: 'asia', times: 'soon' })).toContain(words.errors.noTime('soon'));
    expect(await say(locale, 'who')).toContain(commands.who.actor);
  });

  test('help, settings, status and the reasons of a story are told', async () => {
    expect(await say(locale, 'help')).toContain(commands.background.description);
    expect(await say(locale, 'settings')).toContain(service.settings.quiet);
    expect(await say(locale, 'status')).toContain(service.status.deliveries);
    expect(await say(locale, 'topics')).toContain(service.topics.title);
    await say(locale, 'subscribe', { interest: 'everything' });
    const reasons = await say(locale, 'why', { article: 'rice mill' });
    expect(reasons).toContain(words.why.articles(1));
    expect(reasons).toContain(words.why.noBriefing);
  });

  test('the line below a title has the comma of its language', async () => {
    const [, facts = ''] = (await say(locale, 'brief')).split('\n');
    const [, about = ''] = (await say(locale, 'story', { story: 'rice mill' })).split('\n');
    for (const line of [facts, about]) {
      expect(line).toContain(words.comma);
      if (words.comma !== ', ') expect(line).not.toContain(', ');
    }
    expect(facts.charAt(0)).toBe(facts.charAt(0).toLocaleUpperCase(locale));
  });

  test.skipIf(words === en)('nothing that is translated reads as the English', async () => {
    for (const command of ['subscriptions', 'settings', 'help']) {
      const told = withoutFallbacks(await say(locale, command), code);
      expect(told, command).not.toMatch(/\b(?:the|with|briefing|Next|none|every|stories|Nothing)\b/u);
    }
  });
});

test('a channel that chose a language is answered in it, whoever asks', async () => {
  await say('pt-BR', 'settings', { language: 'fr' });
  expect(await say('pt-BR', 'settings')).toContain('Heures calmes');
});
