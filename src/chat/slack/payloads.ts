import { z } from 'zod';

/** What Slack sends, as far as we use it. https://docs.slack.dev/interactivity/handling-user-interaction#payloads */

const team = z.object({ id: z.string() }).nullish();
const user = z.object({ id: z.string(), name: z.string().optional(), username: z.string().optional() });
const channel = z.object({ id: z.string() });

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export const commandPayload = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string().optional(),
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string(),
});

const stateValue = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_conversation: z.string().nullish(),
});
const view = z.object({
  id: z.string(),
  type: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  blocks: z.array(z.looseObject({ type: z.string() })).default([]),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), stateValue)) }).optional(),
});

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const actionPayload = z.object({
  team,
  user,
  channel: channel.optional(),
  container: z.object({
    type: z.string(),
    message_ts: z.string().optional(),
    channel_id: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
    thread_ts: z.string().optional(),
  }),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string().default(''),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
        selected_conversation: z.string().nullish(),
      }),
    )
    .min(1),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  view: view.optional(),
});

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const viewPayload = z.object({ team, user, view });

/** https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export const optionsPayload = z.object({
  team,
  user,
  action_id: z.string(),
  value: z.string().default(''),
  view: view.optional(),
});

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export const shortcutPayload = z.object({
  team,
  user,
  callback_id: z.string(),
  trigger_id: z.string(),
  channel: channel.optional(),
  response_url: z.string().optional(),
  message: z
    .object({
      ts: z.string().optional(),
      thread_ts: z.string().optional(),
      text: z.string().default(''),
      blocks: z.array(z.looseObject({ elements: z.array(z.unknown()).optional() })).default([]),
      attachments: z.array(z.unknown()).default([]),
    })
    .optional(),
});

/** https://docs.slack.dev/reference/events/message */
export const messageEvent = z.object({
  type: z.string(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  channel_type: z.string().optional(),
  /** Absent where a workflow speaks. */
  user: z.string().optional(),
  text: z.string().default(''),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
});

/** https://docs.slack.dev/reference/events/app_home_opened */
export const homeEvent = z.object({
  user: z.string(),
  channel: z.string(),
  tab: z.string().default('home'),
  view: view.partial().optional(),
});

export type CommandPayload = z.infer<typeof commandPayload>;
/** A press of a button or a choice from a menu. */
export type ActionPayload = z.infer<typeof actionPayload>;
/** A form that was sent. */
export type ViewPayload = z.infer<typeof viewPayload>;
/** A question for what to offer while a person types. */
export type OptionsPayload = z.infer<typeof optionsPayload>;
/** A shortcut, of the app or of a message. */
export type ShortcutPayload = z.infer<typeof shortcutPayload>;
/** A message that a shortcut was used on. */
export type SpokenMessage = NonNullable<ShortcutPayload['message']>;
/** A message to the app or a mention of it. */
export type MessageEvent = z.infer<typeof messageEvent>;
