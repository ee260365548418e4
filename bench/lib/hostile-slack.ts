import { setTimeout } from 'node:timers/promises';
import { sendSigned, signedDelivery } from '../../tests/chat/slack/sign-request.ts';
import { createSlackUser } from '../../tests/fakes/fake-slack-user.ts';
import { actions, type Input, limitOfValue, ofShapes, type Targets, verbs } from './hostile-targets.ts';

/** What Slack would sign and send for somebody who is not in the channel that is attacked, and what it would not. */
export function slackRequests({ slack, slackUrl }: Targets): readonly Input[] {
  const deliver = signedDelivery(slackUrl);
  const mallory = createSlackUser(slack, { user: 'U6', deliver });
  const typed = { ts: '1.1', channel: 'C1', text: '', blocks: [] } as never;
  const press = (action: object, more: object = {}) =>
    deliver('interactive', { ...mallory.payload.press(typed, action), ...more });
  // What nobody acknowledges is never answered; Slack waits for three seconds.
  const of = (name: string, send: () => Promise<unknown>): Input => ({
    name,
    send: () => Promise.race([send().catch(String), setTimeout(1_000)]),
  });
  const rights = verbs.flatMap((verb) => [
    ...['CVICTIM', 'C1'].flatMap((place) =>
      ['1', '01', '1e0', ' 1', '1.0', '1,2', '٠١', '0x1', '-1', '1;CVICTIM', '{"id":1}'].map((value) =>
        of(`${verb} ${value} in ${place}`, () =>
          press({ type: 'button', action_id: `do:${verb}-subscription:0.0`, block_id: `at:${place}:0`, value }),
        ),
      ),
    ),
    of(`a form to ${verb}`, () =>
      deliver('interactive', {
        ...mallory.payload.shortcut('x'),
        type: 'view_submission',
        view: {
          id: 'V1',
          type: 'modal',
          callback_id: `form:${verb}-subscription`,
          private_metadata: JSON.stringify({ channelId: 'CVICTIM', reference: '1', home: true }),
          state: { values: { times: { times: { value: '09:00' } } } },
        },
      }),
    ),
    of(`${verb} with another channel in the container`, () =>
      press(
        { type: 'button', action_id: `do:${verb}-subscription:0.0`, block_id: 'b', value: '1' },
        { container: { type: 'message', message_ts: '1.1', channel_id: 'CVICTIM' } },
      ),
    ),
  ]);
  const home = ['home:channel', 'home:search', 'home:settings', 'home:subscribe'].map((action_id) =>
    of(`Home: ${action_id}`, () =>
      deliver(
        'interactive',
        mallory.payload.pressInView(
          { id: 'V9', type: 'home', blocks: [], private_metadata: '{"channelId":"CVICTIM"}' } as never,
          { type: 'conversations_select', action_id, selected_conversation: 'CVICTIM', value: 'x' },
        ),
      ),
    ),
  );
  const broken = [
    {},
    [],
    null,
    1,
    { type: 'block_actions' },
    { type: 'view_submission', view: null },
    { type: 'event_callback', event: { type: 'app_mention' } },
    { type: 'constructor' },
  ].flatMap((payload, number) =>
    ['events_api', 'interactive', 'slash_commands'].map((type) =>
      of(`${type} broken ${number}`, () => deliver(type, payload as object)),
    ),
  );
  return [
    ...rights,
    ...home,
    ...broken,
    ...ofShapes(([name, shape], number) => [
      of(`/dw ${name}`, () =>
        mallory.slash(`${['ask', 'who', 'search', 'subscribe', 'why'][number % 5]} ${shape(limitOfValue)}`),
      ),
      of(`/dw of 4,000 ${name}`, () => mallory.slash(shape(4_000))),
      of(`mention ${name}`, () => mallory.mention(shape(40_000))),
      of(`direct ${name}`, () => mallory.direct(shape(390))),
      of(`button ${name}`, () =>
        press({
          type: 'button',
          action_id: `do:${actions[number % actions.length]}:0.0`,
          value: shape(2_000),
        }),
      ),
      of(`message menu ${name}`, () =>
        mallory.shortcut(number % 2 ? 'message-background' : 'message-who', { text: shape(40_000), blocks: [] }),
      ),
      of(`signed body of ${name}`, () => sendSigned(slackUrl, shape(100_000)).then((answer) => answer.text())),
    ]),
    of('blocks nested 3,000 deep', () =>
      mallory.shortcut('message-background', {
        text: 'x',
        blocks: [JSON.parse(`${'{"elements":['.repeat(3_000)}${']}'.repeat(3_000)}`)],
      }),
    ),
    of('20,000 blocks', () =>
      mallory.shortcut('message-background', {
        text: 'x',
        blocks: Array.from({ length: 20_000 }, () => ({
          type: 'section',
          text: { type: 'mrkdwn', text: 'Ana Marsh' },
        })),
      }),
    ),
    of('wrongly signed', () => sendSigned(slackUrl, '{}', { secret: 'guess' }).then((answer) => answer.text())),
    of('2 MB signed', () =>
      sendSigned(slackUrl, {
        type: 'event_callback',
        event: { type: 'app_mention', text: 'x'.repeat(2_000_000) },
      }).then((answer) => answer.text()),
    ),
  ];
}
