import { describe, expect, test } from 'vitest';
import type { Asker } from '../../src/chat/chat.ts';
import type { Command } from '../../src/chat/command.ts';
import { createDispatch } from '../../src/chat/dispatch.ts';
import { paragraph } from '../../src/chat/write.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { UserError } from '../../src/user-error.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';

const asker: Asker = {
  channel: { platform: 'local', workspaceId: 'w', channelId: 'c' },
  userId: 'u',
  userName: 'Reader',
  mayManage: false,
  locale: 'en',
};
const message = (summary: string) => ({ summary, blocks: [paragraph(summary)] });
const greet: Command<object> = {
  name: 'greet',
  description: 'Greets',
  example: 'greet Ada',
  options: {
    name: { description: 'Whom', required: true },
    tone: {
      description: 'How',
      choices: [
        { label: 'warm', value: 'warm' },
        { label: 'cool', value: 'cool' },
      ],
    },
  },
  async run(options) {
    if (options.name === 'nobody') throw new UserError('Nobody is there. Name somebody.');
    if (options.name === 'crash') throw new Error('secret internals');
    return message(`Hello ${options.name}${options.tone ? `, ${options.tone}` : ''}`);
  },
};
const rename: Command<object> = { ...greet, name: 'rename', managesChannel: true };

function dispatch(log = silentLog) {
  return createDispatch<object>({
    commands: [greet, rename],
    actions: {
      wave: { run: async ({ value }) => ({ kind: 'answer', message: message(`Waves at ${value}`) }) },
      edit: {
        managesChannel: true,
        run: async () => ({ kind: 'form', form: { action: 'edit', title: 'Edit', submitLabel: 'Save', fields: [] } }),
      },
    },
    forms: { edit: async ({ answers }) => message(`Saved ${answers.a}`) },
    complete: async (_completion, typed) => [{ label: typed, value: typed }],
    services: {},
    log,
  });
}

async function say(command: string, options: Record<string, string>, from: Asker = asker): Promise<FakeResponder> {
  const responder = new FakeResponder();
  await dispatch().onCommand({ asker: from, command, options }, responder);
  return responder;
}

describe('a command', () => {
  test('is acknowledged before it runs, and answered to the asker', async () => {
    const { said } = await say('greet', { name: ' Ada ', tone: '' });
    expect(said).toEqual([
      { kind: 'acknowledged', text: '', onlyAsker: true },
      { kind: 'answer', text: 'Hello Ada', onlyAsker: true },
    ]);
  });

  test.each([
    ['an unknown command', 'gret', {}, 'Unknown command "gret"'],
    ['a missing option', 'greet', {}, '/greet needs name: Whom. Example: /greet Ada'],
    ['an unknown option', 'greet', { name: 'Ada', loud: 'yes' }, '/greet has no option "loud"; it has name, tone.'],
    ['a value that is no choice', 'greet', { name: 'Ada', tone: 'shrill' }, 'Unknown tone "shrill"; use warm, cool.'],
    ['its own UserError', 'greet', { name: 'nobody' }, 'Nobody is there. Name somebody.'],
    ['a right that is missing', 'rename', { name: 'Ada' }, 'Only who may manage this channel'],
    ['a name from the prototype', 'constructor', {}, 'Unknown command "constructor"'],
  ])('answers %s with what to do', async (_name, command, options, expected) => {
    const { said } = await say(command, options as Record<string, string>);
    expect(said.at(-1)?.text).toContain(expected);
  });

  test('that fails shows an id and no internals, and the log has the same id', async () => {
    const logged: { errorId?: string }[] = [];
    const log = {
      ...silentLog,
      error: (facts: object) => void logged.push(facts),
      debug() {},
      info() {},
      warn() {},
    } as typeof silentLog;
    const responder = new FakeResponder();
    await dispatch(log).onCommand({ asker, command: 'greet', options: { name: 'crash' } }, responder);
    const text = responder.said.at(-1)?.text ?? '';
    expect(text).not.toContain('secret');
    expect(logged[0]?.errorId).toMatch(/^[0-9a-f]{8}$/);
    expect(text).toContain(logged[0]?.errorId);
  });
});

describe('a button', () => {
  test('is answered', async () => {
    const responder = new FakeResponder();
    await dispatch().onAction(
      { asker, action: 'wave', value: 'Ada', post: { ...asker.channel, messageId: 'm' } },
      responder,
    );
    expect(responder.said.at(-1)).toMatchObject({ kind: 'answer', text: 'Waves at Ada' });
  });

  test.each([
    ['of an older version', 'gone', 'older version'],
    ['that manages the channel, pressed by who may not', 'edit', 'Only who may manage'],
    ['named like a property of every object', 'toString', 'older version'],
  ])('%s says so', async (_name, action, expected) => {
    const responder = new FakeResponder();
    await dispatch().onAction({ asker, action, value: '', post: { ...asker.channel, messageId: 'm' } }, responder);
    expect(responder.said.at(-1)?.text).toContain(expected);
  });

  test('opens a form for who may', async () => {
    const responder = new FakeResponder();
    await dispatch().onAction(
      { asker: { ...asker, mayManage: true }, action: 'edit', value: '', post: { ...asker.channel, messageId: 'm' } },
      responder,
    );
    expect(responder.said).toEqual([{ kind: 'form', text: 'Edit' }]);
  });
});

test('a form of who may not manage the channel changes nothing', async () => {
  const responder = new FakeResponder();
  await dispatch().onForm({ asker, action: 'edit', answers: { a: '1' } }, responder);
  expect(responder.said.at(-1)?.text).toContain('Only who may manage');
});

test('an option that completes nothing has no suggestions', async () => {
  expect(await dispatch().complete({ asker, command: 'greet', option: 'name', typed: 'A' })).toEqual([]);
});
