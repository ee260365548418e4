import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askChoices } from '../../../src/cli/init/ask-choices.ts';
import type { Choices } from '../../../src/services/setup/choices.ts';
import { eventually } from '../../fakes/eventually.ts';

const suggested: Choices = {
  chats: [],
  page: true,
  languages: ['en'],
  zone: 'Europe/Berlin',
  contact: '',
  secrets: {},
};

/** A terminal whose person presses keys when a question stands there. */
function terminal() {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk) => {
    shown += chunk;
  });
  return {
    streams: { input, output },
    shown: () => shown,
    async answer(question: RegExp, ...keys: readonly string[]) {
      await eventually(() => expect(shown).toMatch(question));
      shown = '';
      for (const key of keys) input.write(key);
    },
  };
}

const [enter, down, space] = ['\r', '\u001B[B', ' '];

test('takes what was answered, and refuses a token that was pasted into the wrong place', async () => {
  const { streams, answer } = terminal();
  const asked = askChoices(suggested, ['en', 'de'], streams);
  await answer(/Where should briefings be posted/u, space, enter);
  await answer(/Serve the local page as well/u, 'n');
  await answer(/feed languages/u, down, space, enter);
  await answer(/Time zone/u, 'Seoul', enter);
  await answer(/Email address or link/u, 'desk@news.example', enter);
  await answer(/SLACK_BOT_TOKEN/u, 'xapp-1', enter);
  await answer(/begin with xoxb-/u, '\u007F'.repeat(6), 'xoxb-1', enter);
  await answer(/SLACK_APP_TOKEN/u, enter);
  expect(await asked).toEqual({
    chats: ['slack'],
    page: false,
    languages: ['en', 'de'],
    zone: 'Asia/Seoul',
    contact: 'desk@news.example',
    secrets: { SLACK_BOT_TOKEN: 'xoxb-1' },
  });
});

test.each([
  ['New York', 'America/New_York'],
  ['s\u00E3o paulo', 'America/Sao_Paulo'],
  ['Ne', 'America/New_York'],
  ['Japan', 'Asia/Tokyo'],
])('finds the zone of %s', async (typed, zone) => {
  const { streams, answer } = terminal();
  const asked = askChoices(suggested, ['en'], streams);
  await answer(/Where should/u, enter);
  await answer(/feed languages/u, enter);
  await answer(/Time zone/u, ...typed, enter);
  await answer(/Email address/u, enter);
  expect((await asked).zone).toBe(zone);
});

test('asks again for a zone that there is not', async () => {
  const { streams, answer } = terminal();
  const asked = askChoices(suggested, ['en'], streams);
  await answer(/Where should/u, enter);
  await answer(/feed languages/u, enter);
  await answer(/Time zone/u, ...'qqqq', enter);
  await answer(/No zone is called so/u, '\u007F'.repeat(4), 'Seoul', enter);
  await answer(/Email address/u, enter);
  expect((await asked).zone).toBe('Asia/Seoul');
});

test.each(['Europe/Berlin', 'UTC'])('Enter everywhere takes what is suggested, %s too', async (zone) => {
  const { streams, answer } = terminal();
  const asked = askChoices({ ...suggested, zone }, ['en', 'de'], streams);
  for (const question of [/Where should/u, /feed languages/u, /Time zone/u, /Email address/u])
    await answer(question, enter);
  expect(await asked).toEqual({ ...suggested, zone });
});

test('asks about the models of this machine, and takes none unless one is chosen', async () => {
  const models = [
    { name: 'small:3b', url: 'http://127.0.0.1:11434/v1' },
    { name: 'large:70b', url: 'http://127.0.0.1:11434/v1' },
  ];
  for (const [keys, model] of [
    [[enter], undefined],
    [[down, down, enter], models[1]],
  ] as const) {
    const { streams, answer } = terminal();
    const asked = askChoices(suggested, ['en'], { ...streams, models });
    for (const question of [/Where should/u, /feed languages/u, /Time zone/u, /Email address/u])
      await answer(question, enter);
    await answer(/model server runs on this machine/u, ...keys);
    expect((await asked).model).toEqual(model);
  }
});

test('Ctrl-C ends it', async () => {
  const { streams, answer } = terminal();
  const asked = askChoices(suggested, ['en'], streams);
  const refused = expect(asked).rejects.toThrow('Canceled');
  await answer(/Where should/u, '\u0003');
  await refused;
});
