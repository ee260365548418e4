import { randomUUID } from 'node:crypto';
import type { FakeMessage, FakeSlack, FakeView } from './fake-slack.ts';

interface Place {
  readonly user?: string;
  readonly channel?: string;
  readonly team?: string;
  /** The Enterprise organization, where the app is installed for all of its workspaces. */
  readonly organization?: string;
  /** How Slack brings it to us; over the socket where nothing else is said. */
  readonly deliver?: (type: string, payload: object) => Promise<unknown>;
}

/** A person at the fake Slack: types, presses and fills in, as Slack's clients would send it. */
export function createSlackUser(slack: FakeSlack, place: Place = {}) {
  const { user = 'U1', channel = 'C1', team = 'T1', organization, deliver = overSocket(slack) } = place;
  const isOrganization = organization !== undefined;
  const enterprise = isOrganization ? { enterprise_id: organization } : {};
  const who = {
    team: { id: team, domain: 't', ...enterprise },
    ...(isOrganization && { enterprise: { id: organization }, is_enterprise_install: true }),
    user: { id: user, username: 'ada', name: 'ada', team_id: team },
  };

  const payload = {
    slash: (text: string) => ({
      command: '/dw',
      text,
      token: 'legacy',
      team_id: team,
      team_domain: 't',
      ...enterprise,
      channel_id: channel,
      channel_name: 'news',
      user_id: user,
      user_name: 'ada',
      api_app_id: 'A1',
      is_enterprise_install: String(isOrganization),
      trigger_id: slack.newTrigger(),
      response_url: slack.newResponseUrl({ channel, user }),
    }),
    event: (event: object) => ({
      type: 'event_callback',
      event_id: `Ev${randomUUID()}`,
      event_time: 1_700_000_000,
      team_id: team,
      api_app_id: 'A1',
      authorizations: [
        { team_id: team, ...enterprise, user_id: 'UBOT', is_bot: true, is_enterprise_install: isOrganization },
      ],
      event,
    }),
    press: (message: FakeMessage, action: object) => ({
      type: 'block_actions',
      ...who,
      channel: { id: channel, name: 'news' },
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel,
        is_ephemeral: message.user !== undefined,
        ...(message.thread_ts && { thread_ts: message.thread_ts }),
      },
      actions: [{ block_id: 'b', action_ts: '1', ...action }],
      trigger_id: slack.newTrigger(),
      response_url: slack.newResponseUrl({ channel, user, ts: message.ts }),
    }),
    pressInView: (view: FakeView, action: object) => ({
      type: 'block_actions',
      ...who,
      container: { type: 'view', view_id: view.id },
      view: { ...view, state: { values: {} } },
      actions: [{ block_id: 'b', action_ts: '1', ...action }],
      trigger_id: slack.newTrigger(),
    }),
    submit: (view: FakeView, answers: Readonly<Record<string, string>>) => ({
      type: 'view_submission',
      ...who,
      view: { ...view, state: { values: stateOf(view, answers) } },
      trigger_id: slack.newTrigger(),
    }),
    /** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed */
    close: (view: FakeView) => ({ type: 'view_closed', ...who, view: { ...view, state: { values: {} } } }),
    suggest: (view: FakeView, actionId: string, value: string) => ({
      type: 'block_suggestion',
      ...who,
      view,
      action_id: actionId,
      block_id: 'b',
      value,
    }),
    shortcut: (
      callbackId: string,
      message?: Pick<FakeMessage, 'text' | 'blocks'> & Partial<Pick<FakeMessage, 'ts' | 'thread_ts'>>,
    ) => ({
      type: message ? 'message_action' : 'shortcut',
      ...who,
      callback_id: callbackId,
      trigger_id: slack.newTrigger(),
      ...(message && {
        channel: { id: channel, name: 'news' },
        message: { type: 'message', ts: '1.1', user: 'U9', ...message },
        response_url: slack.newResponseUrl({ channel, user }),
      }),
    }),
  };

  return {
    payload,
    event: (event: object) => deliver('events_api', payload.event(event)),
    slash: (text: string) => deliver('slash_commands', payload.slash(text)),
    mention: (text: string) =>
      deliver(
        'events_api',
        payload.event({ type: 'app_mention', user, text: `<@UBOT> ${text}`, channel, ts: '1700000000.000001' }),
      ),
    direct: (text: string) =>
      deliver(
        'events_api',
        payload.event({ type: 'message', channel_type: 'im', user, text, channel: 'D1', ts: '1700000000.000002' }),
      ),
    openHome: () => deliver('events_api', payload.event({ type: 'app_home_opened', user, channel: 'D1', tab: 'home' })),
    press: (message: FakeMessage, label: string) =>
      deliver('interactive', payload.press(message, controlIn(message.blocks, label))),
    pressInView: (view: FakeView, label: string) =>
      deliver('interactive', payload.pressInView(view, controlIn(view.blocks, label))),
    actInView: (view: FakeView, action: object) => deliver('interactive', payload.pressInView(view, action)),
    submit: (view: FakeView, answers: Readonly<Record<string, string>>) =>
      deliver('interactive', payload.submit(view, answers)),
    /** Slack says so only of views that ask for it. */
    close: async (view: FakeView) => view.notify_on_close && deliver('interactive', payload.close(view)),
    suggest: (view: FakeView, actionId: string, value: string) =>
      deliver('interactive', payload.suggest(view, actionId, value)),
    shortcut: (
      callbackId: string,
      message?: Pick<FakeMessage, 'text' | 'blocks'> & Partial<Pick<FakeMessage, 'ts' | 'thread_ts'>>,
    ) => deliver('interactive', payload.shortcut(callbackId, message)),
  };
}

function overSocket(slack: FakeSlack): NonNullable<Place['deliver']> {
  return (type, payload) => slack.sockets.deliver(type, payload);
}

interface Control {
  readonly type: string;
  readonly action_id: string;
  readonly text?: { readonly text: string };
  readonly value?: string;
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
}

/** The button with that label, or the select with an option of that label, as Slack reports it pressed. */
function controlIn(blocks: readonly unknown[], label: string): object {
  const rows = blocks as { block_id?: string; elements?: Control[] }[];
  const controls = rows.flatMap(({ block_id = 'b', elements = [] }) => elements.map((each) => ({ ...each, block_id })));
  for (const { type, action_id, block_id, text, value, options } of controls) {
    if (text?.text === label) return { type, action_id, block_id, ...(value !== undefined && { value }) };
    const option = options?.find((each) => each.text.text === label);
    if (option) return { type, action_id, block_id, selected_option: option };
  }
  throw new Error(`There is no "${label}" in ${JSON.stringify(controls.map(({ text }) => text?.text))}`);
}

/** The state of a modal as Slack sends it: what was given, else what the modal showed. */
function stateOf(view: FakeView, answers: Readonly<Record<string, string>>): object {
  const inputs = view.blocks as readonly { block_id?: string; element?: Control & Record<string, unknown> }[];
  const values = inputs.flatMap(({ block_id: field, element }) => {
    if (field === undefined || !element) return [];
    const given = answers[field];
    const shown = element.initial_option as { value: string } | undefined;
    const choice = given === undefined ? shown : { value: given };
    const state = element.type.endsWith('_select')
      ? element.type === 'conversations_select'
        ? { selected_conversation: given ?? null }
        : { selected_option: choice ?? null }
      : { value: given ?? element.initial_value ?? null };
    return [[field, { [element.action_id]: { type: element.type, ...state } }]];
  });
  return Object.fromEntries(values);
}

/** What a message says, for people to compare: its words, numbers of sources, labels of buttons. */
export function wordsIn(blocks: readonly unknown[]): string {
  const words: string[] = [];
  JSON.parse(JSON.stringify(blocks), (key, value) => {
    if ((key === 'text' || key === 'fallback') && typeof value === 'string') words.push(value);
    return value;
  });
  return words.join(' ');
}
