import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Form, Message } from '../../src/chat/message.ts';
import { openTestNewsroom, type TestNewsroom, textOf } from '../commands/newsroom.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';

let room: TestNewsroom;

beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
});
afterEach(() => room.close());

/** A platform whose forms close when they are sent, as Discord's do. */
class ClosingForms extends FakeResponder {
  readonly opensForms = true;
  readonly forms: Form[] = [];

  override async openForm(form: Form): Promise<void> {
    this.forms.push(form);
  }
}

function buttonOf(message: Message | undefined, label: string) {
  const items = message?.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : [])) ?? [];
  const found = items.find((item) => item.kind === 'button' && item.label === label);
  if (found?.kind !== 'button') throw new Error(`no button "${label}"`);
  return found;
}

test.each(['subscribe', 'who', 'ask'])('a bare /%s opens its form', async (command) => {
  const responder = new ClosingForms();
  await room.handlers.onCommand({ caller: room.callerIn('here'), command, options: {} }, responder);
  expect(responder.forms[0]).toMatchObject({ action: 'command', reference: command });
  expect(responder.forms[0]?.fields[0]?.required).toBe(true);
});

test('whoever may not subscribe gets no form', async () => {
  const responder = new ClosingForms();
  const caller = room.callerIn('here', false);
  await room.handlers.onCommand({ caller, command: 'subscribe', options: {} }, responder);
  expect(responder.forms).toEqual([]);
  expect(textOf(responder.messages.at(-1))).toContain('Only people who can manage');
});

test('a filled-in form is the command; a mistake leads back to it, with all that was filled in', async () => {
  const caller = room.callerIn('here');
  const sent = new ClosingForms();
  const answers = { interest: 'asia', times: '25 o clock', zone: 'Seoul' };
  await room.handlers.onForm({ caller, action: 'command', reference: 'subscribe', answers }, sent);
  const problem = sent.messages.at(-1);
  expect(textOf(problem)).toContain('time of day');
  expect(await room.storage.subscriptions.list()).toEqual([]);
  const again = new ClosingForms();
  const { action, value = '' } = buttonOf(problem, 'Correct it');
  const post = { ...caller.channel, messageId: 'm' };
  await room.handlers.onAction({ caller, action, value, post }, again);
  const filled = Object.fromEntries(again.forms[0]?.fields.map(({ name, value: given }) => [name, given]) ?? []);
  expect(filled).toMatchObject(answers);
  const corrected = new ClosingForms();
  const call = { caller, action: 'command', reference: 'subscribe', answers: { ...answers, times: '9:00' } };
  await room.handlers.onForm(call, corrected);
  expect(textOf(corrected.messages.at(-1))).toContain('Daily at 09:00 (Seoul)');
});

test('the form of a subscription comes back too, and to nobody else', async () => {
  await room.command('subscribe', { interest: 'asia' });
  const caller = room.callerIn('here');
  const sent = new ClosingForms();
  const answers = { interest: 'africa', zone: 'Atlantis' };
  await room.handlers.onForm({ caller, action: 'edit-subscription', reference: '1', answers }, sent);
  const { action, value = '' } = buttonOf(sent.messages.at(-1), 'Correct it');
  const post = { ...caller.channel, messageId: 'm' };
  const other = new ClosingForms();
  await room.handlers.onAction({ caller: room.callerIn('here', true, 'u9'), action, value, post }, other);
  expect(other.forms).toEqual([]);
  const again = new ClosingForms();
  await room.handlers.onAction({ caller, action, value, post }, again);
  expect(again.forms[0]?.fields.find(({ name }) => name === 'zone')?.value).toBe('Atlantis');
});

test('where a form stays open, its field is named', async () => {
  const responder = new FakeResponder();
  const caller = room.callerIn('here');
  const answers = { interest: 'asia', zone: 'Atlantis' };
  await room.handlers.onForm({ caller, action: 'command', reference: 'subscribe', answers }, responder);
  expect(responder.options.at(-1)?.trouble).toEqual({ field: 'zone' });
});
