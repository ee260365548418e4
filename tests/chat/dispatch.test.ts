import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/chat/chat.ts';
import type { Command } from '../../src/chat/command.ts';
import { createDispatch } from '../../src/chat/dispatch.ts';
import { paragraph } from '../../src/chat/write.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { lengthLimits } from '../../src/text/limits.ts';
import { UserError } from '../../src/user-error.ts';
import { en } from '../../src/wording/en/index.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';

const caller: Caller = {
  channel: { platform: 'local', workspaceId: 'w', channelId: 'c' },
  userId: 'u',
  userName: 'Reader',
  mayManage: false,
  locale: 'en',
};
const message = (summary: string) => ({ summary, blocks: [paragraph(summary)] });
const greet: Command<object> = {
  shareable: true,
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
    if (options.name === 'a mark') throw new UserError('Something is missing.\nasia AND\n        ^');
    if (options.name === 'crash') throw new Error('secret internals');
    return message(`Hello ${options.name}${options.tone ? `, ${options.tone}` : ''}`);
  },
};
const rename: Command<object> = { ...greet, name: 'rename', managesChannel: true, shareable: false };

function dispatch(log = silentLog) {
  return createDispatch<object>({
    commands: [greet, rename],
    actions: {
      wave: { shareable: true, run: async ({ value }) => ({ kind: 'answer', message: message(`Waves at ${value}`) }) },
      edit: {
        managesChannel: true,
        run: async () => ({ kind: 'form', form: { action: 'edit', title: 'Edit', submitLabel: 'Save', fields: [] } }),
      },
    },
    forms: { edit: async ({ answers }) => message(`Saved ${answers.a}`) },
    messageCommands: {
      who: async ({ text }) => message(`Names in ${text}`),
      background: async () => {
        throw new UserError('Nothing is known of that.');
      },
    },
    unfurl: async ({ url }) => {
      if (url.endsWith('crash')) throw new Error('secret internals');
      return url.endsWith('known') ? message(url) : undefined;
    },
    complete: async (_completion, typed) => [{ label: typed, value: typed }],
    services: {},
    log,
  });
}

async function say(command: string, options: Record<string, string>, from: Caller = caller): Promise<FakeResponder> {
  const responder = new FakeResponder();
  await dispatch().onCommand({ caller: from, command, options }, responder);
  return responder;
}

describe('what is longer than anybody types or we wrote', () => {
  const long = 'A'.repeat(10_000);

  test('is refused from a button and in a form, with what to do', async () => {
    const [pressed, filled, old] = [new FakeResponder(), new FakeResponder(), new FakeResponder()];
    const post = { ...caller.channel, messageId: '1' };
    await dispatch().onAction({ caller, action: 'wave', value: long, post }, pressed);
    expect(pressed.said.at(-1)?.text).toBe(en.refusals.oldButton);
    await dispatch().onForm({ caller: { ...caller, mayManage: true }, action: 'edit', answers: { a: long } }, filled);
    expect(filled.said.at(-1)?.text).toContain('Too long for "a": 10000 characters, and the limit is 4000');
    await dispatch().onForm({ caller, action: 'edit', reference: long, answers: {} }, old);
    expect(old.said.at(-1)?.text).toBe(en.refusals.oldForm);
  });

  test('is no link to unfold and nothing to complete, and a message is read as far as it matters', async () => {
    const handlers = dispatch();
    expect(await handlers.unfurl?.({ channel: caller.channel, url: `https://${long}/known` })).toBeUndefined();
    expect(await handlers.complete({ caller, command: 'greet', option: 'name', typed: long })).toEqual([]);
    const responder = new FakeResponder();
    await handlers.onMessageCommand?.({ caller, command: 'who', text: long }, responder);
    expect(responder.said.at(-1)?.text).toHaveLength('Names in '.length + lengthLimits.message);
  });
});

describe('a command', () => {
  test('is acknowledged before it runs, and answered to the caller', async () => {
    const { said } = await say('greet', { name: ' Ada ', tone: '' });
    expect(said).toEqual([
      { kind: 'acknowledged', text: '', onlyCaller: true },
      { kind: 'answer', text: 'Hello Ada', onlyCaller: true },
    ]);
  });

  test.each([
    ['an unknown command', 'gret', {}, 'Unknown command "gret"'],
    ['a missing option', 'greet', {}, '/greet needs "name": Whom. For example: /greet Ada'],
    ['an unknown option', 'greet', { name: 'Ada', loud: 'yes' }, '/greet has no option "loud". Use name or tone.'],
    ['a value that is no choice', 'greet', { name: 'Ada', tone: 'shrill' }, 'Unknown tone "shrill". Use warm or cool.'],
    [
      'a page of words',
      'greet',
      { name: 'Ada '.repeat(200) },
      'Too long for "name": 799 characters, and the limit is 400.',
    ],
    ['its own UserError', 'greet', { name: 'nobody' }, 'Nobody is there. Name somebody.'],
    ['a right that is missing', 'rename', { name: 'Ada' }, 'Only people who can manage this channel'],
    ['a name from the prototype', 'constructor', {}, 'Unknown command "constructor"'],
  ])('answers %s with what to do', async (_name, command, options, expected) => {
    const { said } = await say(command, options as Record<string, string>);
    expect(said.at(-1)?.text).toContain(expected);
  });

  test('shows what was typed, with the mark under its place, so that no platform moves it', async () => {
    const responder = new FakeResponder();
    await dispatch().onCommand({ caller, command: 'greet', options: { name: 'a mark' } }, responder);
    const code = (text: string) => ({ kind: 'paragraph', spans: [{ kind: 'text', text, style: 'code' }] });
    expect(responder.messages.at(-1)).toEqual({
      summary: 'Something is missing.',
      blocks: [
        { kind: 'paragraph', spans: [{ kind: 'text', text: 'Something is missing.' }] },
        code('asia\u00A0AND'),
        code(`${'\u00A0'.repeat(8)}^`),
      ],
    });
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
    await dispatch(log).onCommand({ caller, command: 'greet', options: { name: 'crash' } }, responder);
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
      { caller, action: 'wave', value: 'Ada', post: { ...caller.channel, messageId: 'm' } },
      responder,
    );
    expect(responder.said.at(-1)).toMatchObject({ kind: 'answer', text: 'Waves at Ada' });
  });

  test.each([
    ['of an older version', 'gone', 'earlier version'],
    ['that manages the channel, pressed by who may not', 'edit', 'Only people who can manage'],
    ['named like a property of every object', 'toString', 'earlier version'],
  ])('%s says so', async (_name, action, expected) => {
    const responder = new FakeResponder();
    await dispatch().onAction({ caller, action, value: '', post: { ...caller.channel, messageId: 'm' } }, responder);
    expect(responder.said.at(-1)?.text).toContain(expected);
  });

  test('opens a form for who may', async () => {
    const responder = new FakeResponder();
    await dispatch().onAction(
      {
        caller: { ...caller, mayManage: true },
        action: 'edit',
        value: '',
        post: { ...caller.channel, messageId: 'm' },
      },
      responder,
    );
    expect(responder.said).toEqual([{ kind: 'form', text: 'Edit' }]);
  });
});

test('a form of who may not manage the channel changes nothing', async () => {
  const responder = new FakeResponder();
  await dispatch().onForm({ caller, action: 'edit', answers: { a: '1' } }, responder);
  expect(responder.said.at(-1)?.text).toContain('Only people who can manage');
});

test('an option that completes nothing has no suggestions', async () => {
  expect(await dispatch().complete({ caller, command: 'greet', option: 'name', typed: 'A' })).toEqual([]);
});

describe('an answer is shared', () => {
  async function press(action: string, value: string, handlers = dispatch()): Promise<FakeResponder> {
    const responder = new FakeResponder();
    await handlers.onAction({ caller, action, value, post: { ...caller.channel, messageId: 'm' } }, responder);
    return responder;
  }

  test.each([
    ['a short one', 'Ada'],
    ['one too long for a button', 'Ada '.repeat(60).trim()],
  ])('found anew for everybody, with who shared it: %s', async (_name, name) => {
    const handlers = dispatch();
    const asked = new FakeResponder();
    await handlers.onCommand({ caller, command: 'greet', options: { name } }, asked);
    const share = asked.options.at(-1)?.share?.value ?? '';
    expect(`k1:share:${share}`.length).toBeLessThanOrEqual(100);
    const shared = await press('share', share, handlers);
    expect(shared.said.at(-1)).toMatchObject({ kind: 'answer', text: `Hello ${name}`, onlyCaller: false });
    expect(JSON.stringify(shared.messages.at(-1)?.blocks)).toContain('Shared by Reader');
  });

  test('that of a button too', async () => {
    const handlers = dispatch();
    const pressed = await press('wave', 'Ada', handlers);
    const shared = await press('share', pressed.options.at(-1)?.share?.value ?? '', handlers);
    expect(shared.said.at(-1)).toMatchObject({ text: 'Waves at Ada', onlyCaller: false });
  });

  test.each([
    ['of a command that is not for sharing', '["rename",{"name":"Ada"}]', 'Only people who can manage'],
    ['of a button that is not for sharing', '["edit","1"]', 'Only people who can manage'],
    ['made up', 'nonsense', "can't be shared any more"],
    ['forgotten', '#abcdef', "can't be shared any more"],
    ['of itself', '["share","x"]', 'earlier version'],
    ['of no command', '["nothing",{}]', 'Unknown command'],
    ['with options that are no text', '["greet",{"name":7}]', 'needs "name"'],
  ])('but not a value %s', async (_name, value, expected) => {
    const shared = await press('share', value);
    expect(shared.said.at(-1)).toMatchObject({ onlyCaller: true });
    expect(shared.said.at(-1)?.text).toContain(expected);
  });

  test('what is not shareable offers no button', async () => {
    const responder = new FakeResponder();
    await dispatch().onCommand(
      { caller: { ...caller, mayManage: true }, command: 'rename', options: { name: 'A' } },
      responder,
    );
    expect(responder.options.at(-1)?.share).toBeUndefined();
  });
});

describe('of a message that somebody wrote', () => {
  test('is answered to the caller alone', async () => {
    const responder = new FakeResponder();
    await dispatch().onMessageCommand?.({ caller, command: 'who', text: 'Ada and Ben' }, responder);
    expect(responder.said).toEqual([
      { kind: 'acknowledged', text: '', onlyCaller: true },
      { kind: 'answer', text: 'Names in Ada and Ben', onlyCaller: true },
    ]);
  });

  test('a refusal is said as written', async () => {
    const responder = new FakeResponder();
    await dispatch().onMessageCommand?.({ caller, command: 'background', text: '' }, responder);
    expect(responder.said.at(-1)?.text).toBe('Nothing is known of that.');
  });

  test('a link is told, left alone, or logged where telling it fails', async () => {
    const warned: object[] = [];
    const log = { ...silentLog, warn: (facts: object) => warned.push(facts) } as typeof silentLog;
    const unfurl = (url: string) => dispatch(log).unfurl?.({ channel: caller.channel, url });
    expect(await unfurl('https://x.example/known')).toMatchObject({ summary: 'https://x.example/known' });
    expect(await unfurl('https://x.example/other')).toBeUndefined();
    expect(await unfurl('https://x.example/crash')).toBeUndefined();
    expect(warned).toHaveLength(1);
  });
});
