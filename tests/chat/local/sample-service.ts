import type { ActionCall, ChatHandlers, CommandCall, FormCall } from '../../../src/chat/chat.ts';
import type { Form, Message } from '../../../src/chat/message.ts';
import type { CommandSyntax } from '../../../src/chat/parse-command-line.ts';
import { briefing, hostile, paragraph, profile, text } from './sample-messages.ts';

/** A few commands as a service would define them. */
export const commands: readonly CommandSyntax[] = [
  {
    name: 'who',
    description: 'Who is this person or organization in the news?',
    example: 'who Mirela Danesh',
    options: { actor: { description: 'Name to look up', required: true, completes: 'actor' } },
  },
  {
    name: 'why',
    description: 'Why was a story chosen?',
    example: 'why 1',
    options: { story: { description: 'Its number or link', required: true } },
  },
  {
    name: 'brief',
    description: 'A briefing now, for everybody here',
    example: 'brief asia',
    options: { interest: { description: 'Topic, name or words' }, since: { description: 'From when on' } },
  },
  {
    name: 'subscribe',
    description: 'Briefings for this channel, when you want them',
    example: 'subscribe asia times:08:00',
    options: {
      interest: { description: 'Topic, name or words', required: true },
      times: { description: 'Local times' },
      zone: { description: 'Time zone', completes: 'zone' },
    },
  },
  { name: 'hostile', description: 'Texts that attack', example: 'hostile', options: {} },
  {
    name: 'ask',
    description: 'Ask in your own words',
    example: 'ask why',
    options: { question: { description: 'Question', required: true } },
  },
];

export const subscribeForm: Form = {
  action: 'subscribe',
  reference: 'draft-7',
  title: 'New subscription',
  submitLabel: 'Subscribe',
  fields: [
    {
      name: 'interest',
      label: 'What to follow',
      hint: 'A topic, a name, or words with AND, OR, NOT',
      value: 'asia',
      required: true,
    },
    { name: 'times', label: 'Local times', hint: 'For example 08:00, 17:00' },
    { name: 'zone', label: 'Time zone', completes: { command: 'subscribe', option: 'zone' } },
    {
      name: 'length',
      label: 'Length',
      required: true,
      value: 'short',
      choices: [
        { label: 'Headlines', value: 'headlines' },
        { label: 'Short', value: 'short' },
      ],
    },
  ],
};

export const saying = (words: string): Message => ({ summary: words, blocks: [paragraph(text(words))] });

/** Handlers that answer at once and keep what they were called with. */
export function sampleHandlers(): ChatHandlers & { readonly calls: readonly (CommandCall | ActionCall | FormCall)[] } {
  const calls: (CommandCall | ActionCall | FormCall)[] = [];
  const onlyCaller = { onlyCaller: true };
  const actors = ['Mirela Danesh', 'Mirko Vale'];
  return {
    calls,
    async onCommand(call, responder) {
      calls.push(call);
      await responder.acknowledge(onlyCaller);
      if (call.command === 'brief') return responder.respond(briefing, { onlyCaller: false });
      if (call.command === 'subscribe') return responder.openForm(subscribeForm);
      if (call.command === 'hostile') return responder.respond(hostile, onlyCaller);
      if (call.command === 'who') return responder.respond(profile, onlyCaller);
      return responder.respond(saying(`Not in the archive: ${Object.values(call.options).join(' ')}`), onlyCaller);
    },
    async onAction(call, responder) {
      calls.push(call);
      if (call.action === 'follow') return responder.openForm(subscribeForm);
      if (call.action === 'mute') return responder.update(saying('Muted.'));
      if (call.action === 'quotes') return responder.update(saying(`Quotes about ${call.value}.`));
      return responder.respond(saying(`${call.action} of ${call.value}`), onlyCaller);
    },
    async onForm(call, responder) {
      calls.push(call);
      await responder.respond(saying(`Subscribed to ${call.answers.interest}.`), { onlyCaller: false });
    },
    async complete({ option, typed }) {
      const values = option === 'actor' ? actors : ['Asia/Seoul', 'Asia/Tokyo'];
      return values
        .filter((value) => value.toLowerCase().includes(typed.toLowerCase()))
        .map((value) => ({ label: value, value }));
    },
  };
}
