/**
 * What Slack takes, each with the page that says so. Sizes are budgeted before sending, for Slack refuses a message that is too long as
 * a whole, or cuts it.
 */
export const limits = {
  message: {
    /** https://docs.slack.dev/reference/block-kit/blocks */
    blocks: 50,
    /** Longer is cut. https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
    text: 40_000,
    /** chat.update refuses more with "msg_too_long". https://docs.slack.dev/reference/methods/chat.update */
    updateText: 4_000,
    /** Not documented; a display name of a person has 80. */
    username: 80,
    /**
     * All blocks together, as JSON and by their texts. Not documented, but Slack refuses more with "msg_blocks_too_long": these stay under
     * what was seen to pass in https://github.com/slackapi/bolt-js/issues/2867 and https://github.com/slackapi/bolt-js/issues/2509
     */
    blocksJson: 15_000,
    blocksText: 9_000,
  },
  /** https://docs.slack.dev/reference/views */
  view: { blocks: 100, title: 24, button: 24, metadata: 3_000, json: 250_000 },
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: { text: 150 },
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block */
  section: { text: 3_000, fields: 10, fieldText: 2_000 },
  /** https://docs.slack.dev/reference/block-kit/blocks/context-block; a text object holds 3,000 */
  context: { elements: 10, text: 2_000 },
  /**
   * https://docs.slack.dev/reference/block-kit/blocks/container-block: ten blocks. Three of small print are as much text as a message may have
   * beside a heading.
   */
  container: { blocks: 10, title: 150, shownTogether: 3 },
  /** https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element */
  feedback: { text: 75, value: 2_000 },
  /** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
  chart: { title: 50, name: 20, label: 20, points: 20 },
  /** https://docs.slack.dev/reference/block-kit/blocks/image-block */
  image: { url: 3_000, alt: 2_000, title: 2_000 },
  /** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
  file: { alt: 1_000 },
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actions: { elements: 25 },
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  button: { text: 75, value: 2_000, url: 3_000 },
  /** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
  select: { options: 100, placeholder: 150 },
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  option: { text: 75, value: 150, description: 75 },
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block */
  input: { label: 2_000, hint: 2_000, placeholder: 150, value: 3_000 },
  /** `action_id`, `block_id` and `callback_id`. https://docs.slack.dev/reference/block-kit/block-elements */
  id: 255,
  /** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
  responseUrl: { uses: 5, milliseconds: 30 * 60_000 },
  /** A message a second in a channel, and "several hundred" a minute in a workspace. https://docs.slack.dev/apis/web-api/rate-limits */
  pace: { channel: { messages: 1, perMs: 1_000 }, workspace: { messages: 5, perMs: 1_000 } },
  /** Calls a minute in a workspace, of what we call in bulk: tier 3. https://docs.slack.dev/apis/web-api/rate-limits#tiers */
  perMinute: { 'chat.update': 50, 'chat.delete': 50, 'conversations.history': 50, 'conversations.replies': 50 },
  /** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
  acknowledgeMs: 3_000,
} as const;
