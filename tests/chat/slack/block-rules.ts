import { limits } from '../../../src/chat/slack/limits.ts';

/**
 * Slack's rules for blocks as data, written from its documentation, for every payload that the tests send. `check` gives what is wrong.
 * Unknown types and unknown fields are wrong: what nobody wrote a rule for, nobody has looked up.
 */
type Json = unknown;
type Rule = (value: Json, path: string) => string[];

const text =
  (maximum: number, minimum = 1): Rule =>
  (value, path) =>
    typeof value !== 'string'
      ? [`${path}: not a text`]
      : value.length < minimum || value.length > maximum
        ? [`${path}: ${value.length} characters, not ${minimum} to ${maximum}`]
        : [];
const oneOf =
  (...values: readonly Json[]): Rule =>
  (value, path) =>
    values.includes(value) ? [] : [`${path}: ${JSON.stringify(value)} is none of ${values.join(', ')}`];
const whole: Rule = (value, path) => (Number.isSafeInteger(value) ? [] : [`${path}: not a whole number`]);
const url =
  (maximum = 3_000): Rule =>
  (value, path) =>
    typeof value === 'string' && /^https?:\/\/[^\s<>]+$/u.test(value) && value.length <= maximum
      ? []
      : [`${path}: not a web address`];
const list =
  (rule: Rule, maximum: number): Rule =>
  (value, path) =>
    !Array.isArray(value) || value.length < 1 || value.length > maximum
      ? [`${path}: not a list of 1 to ${maximum}`]
      : value.flatMap((item, index) => rule(item, `${path}/${index}`));
const shape =
  (required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule =>
  (value, path) => {
    if (typeof value !== 'object' || value === null) return [`${path}: not an object`];
    const fields = value as Record<string, Json>;
    const missing = Object.keys(required).filter((name) => fields[name] === undefined);
    return [
      ...missing.map((name) => `${path}/${name}: missing`),
      ...Object.entries(fields).flatMap(([name, field]) => {
        const rule = required[name] ?? optional[name];
        return rule ? rule(field, `${path}/${name}`) : [`${path}/${name}: unknown field`];
      }),
    ];
  };
const byType =
  (rules: Record<string, Rule>): Rule =>
  (value, path) => {
    const type = (value as { type?: string } | null)?.type ?? '';
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    return rule ? rule(value, path) : [`${path}: unknown type ${JSON.stringify(type)}`];
  };

const type = oneOf;
const boolean = oneOf(true, false);
const id = text(limits.id);
const plain = (maximum: number) => shape({ type: type('plain_text'), text: text(maximum) }, { emoji: boolean });
/** Only links, dates and channels, of which Slack shows the names, may stand in angle brackets; ampersands are escaped. */
const markup: Rule = (value, path) => {
  if (typeof value !== 'string') return [`${path}: not a text`];
  const rest = value.replaceAll(
    /<https?:\/\/[^<>|\s]+\|[^<>|]+>|<!date\^-?\d+\^[^<>|^]+\|[^<>|]+>|<#[CDG][A-Z0-9]+>/gu,
    '',
  );
  return [
    ...(/[<>]/u.test(rest) ? [`${path}: a mention or a broken link in ${JSON.stringify(rest)}`] : []),
    ...(/&(?!amp;|lt;|gt;)/u.test(rest) ? [`${path}: an ampersand is not escaped`] : []),
  ];
};
const mrkdwn = (maximum: number) =>
  shape(
    { type: type('mrkdwn'), text: (value, path) => [...text(maximum)(value, path), ...markup(value, path)] },
    { verbatim: boolean },
  );
const anyText = (maximum: number) => byType({ plain_text: plain(maximum), mrkdwn: mrkdwn(maximum) });

const style = shape({}, { bold: boolean, italic: boolean, strike: boolean, code: boolean });
const inline = byType({
  text: shape({ type: type('text'), text: text(40_000) }, { style }),
  link: shape({ type: type('link'), url: url() }, { text: text(40_000), style }),
  date: shape({ type: type('date'), timestamp: whole, format: text(200) }, { fallback: text(500), style }),
  // https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#channel-element-type
  channel: shape({ type: type('channel'), channel_id: text(20) }, { style }),
});
const inlines = list(inline, 10_000);
const section = shape({ type: type('rich_text_section'), elements: inlines });
/** The one mention there may be: of a user group, alone in a block. */
const mention = shape({
  type: type('rich_text'),
  elements: list(
    shape({
      type: type('rich_text_section'),
      elements: list(shape({ type: type('usergroup'), usergroup_id: text(20) }), 1),
    }),
    1,
  ),
});
const richElement = byType({
  rich_text_section: section,
  rich_text_quote: shape({ type: type('rich_text_quote'), elements: inlines }, { border: whole }),
  rich_text_list: shape(
    { type: type('rich_text_list'), style: oneOf('bullet', 'ordered'), elements: list(section, 10_000) },
    { indent: whole, offset: whole, border: whole },
  ),
});

const option = shape(
  { text: plain(limits.option.text), value: text(limits.option.value) },
  { description: plain(limits.option.description) },
);
const placeholder = plain(limits.select.placeholder);
const elements = {
  button: shape(
    { type: type('button'), action_id: id, text: plain(limits.button.text) },
    { value: text(limits.button.value), url: url(limits.button.url), style: oneOf('primary', 'danger') },
  ),
  static_select: shape(
    { type: type('static_select'), action_id: id, options: list(option, limits.select.options) },
    { placeholder, initial_option: option },
  ),
  external_select: shape(
    { type: type('external_select'), action_id: id },
    { placeholder, initial_option: option, min_query_length: whole },
  ),
  conversations_select: shape(
    { type: type('conversations_select'), action_id: id },
    {
      placeholder,
      default_to_current_conversation: boolean,
      initial_conversation: text(50),
      filter: shape({}, { include: list(oneOf('public', 'private', 'im', 'mpim'), 4), exclude_bot_users: boolean }),
    },
  ),
  plain_text_input: shape(
    { type: type('plain_text_input'), action_id: id },
    {
      placeholder: plain(limits.input.placeholder),
      initial_value: text(limits.input.value, 0),
      max_length: whole,
      multiline: boolean,
      dispatch_action_config: shape({ trigger_actions_on: list(oneOf('on_enter_pressed'), 1) }),
    },
  ),
};

const optionalId = { block_id: id };
const messageBlocks = {
  header: shape({ type: type('header'), text: plain(limits.header.text) }, optionalId),
  section: shape(
    { type: type('section') },
    {
      ...optionalId,
      text: anyText(limits.section.text),
      fields: list(anyText(limits.section.fieldText), limits.section.fields),
    },
  ),
  context: shape(
    { type: type('context'), elements: list(anyText(limits.context.text), limits.context.elements) },
    optionalId,
  ),
  divider: shape({ type: type('divider') }, optionalId),
  image: (value: Json, path: string) => {
    const isFile = (value as { slack_file?: unknown }).slack_file !== undefined;
    const source = isFile ? { slack_file: shape({ id: text(50) }) } : { image_url: url(limits.image.url) };
    const required = { type: type('image'), alt_text: text(limits.image.alt), ...source };
    return shape(required, { ...optionalId, title: plain(limits.image.title) })(value, path);
  },
  rich_text: (value: Json, path: string) =>
    path === 'blocks/0' && JSON.stringify(value).includes('"usergroup"')
      ? mention(value, path)
      : shape({ type: type('rich_text'), elements: list(richElement, 10_000) }, optionalId)(value, path),
  actions: shape({ type: type('actions'), elements: list(byType(elements), limits.actions.elements) }, optionalId),
};
const feedbackButton = shape({ text: plain(limits.feedback.text), value: text(limits.feedback.value) });
const point = shape({
  label: text(limits.chart.label),
  value: (value, path) => (typeof value === 'number' ? [] : [`${path}: no number`]),
});
/** Blocks that messages alone have. */
const newerBlocks = {
  container: shape(
    {
      type: type('container'),
      title: plain(limits.container.title),
      child_blocks: list(byType({ context: messageBlocks.context }), limits.container.blocks),
    },
    { ...optionalId, is_collapsible: boolean, default_collapsed: boolean },
  ),
  context_actions: shape(
    {
      type: type('context_actions'),
      elements: list(
        shape({
          type: type('feedback_buttons'),
          action_id: id,
          positive_button: feedbackButton,
          negative_button: feedbackButton,
        }),
        5,
      ),
    },
    optionalId,
  ),
  data_visualization: (value: Json, path: string) => {
    const rule = shape(
      {
        type: type('data_visualization'),
        title: text(limits.chart.title),
        chart: shape({
          type: type('bar'),
          series: list(shape({ name: text(limits.chart.name), data: list(point, limits.chart.points) }), 6),
          axis_config: shape({ categories: list(text(limits.chart.label), limits.chart.points) }),
        }),
      },
      optionalId,
    );
    const { series = [], axis_config: axis } = (value as { chart?: Chart }).chart ?? {};
    const labels = series.map(({ data }) => data.map(({ label }) => label));
    const areSame = labels.every((each) => JSON.stringify(each) === JSON.stringify(axis?.categories));
    return [...rule(value, path), ...(areSame ? [] : [`${path}: points are not those of the axis`])];
  },
};
interface Chart {
  readonly series: readonly { readonly data: readonly { readonly label: string }[] }[];
  readonly axis_config: { readonly categories: readonly string[] };
}
const viewBlocks = {
  ...messageBlocks,
  input: shape(
    { type: type('input'), block_id: id, label: plain(limits.input.label), element: byType(elements) },
    { hint: plain(limits.input.hint), optional: boolean, dispatch_action: boolean },
  ),
};

/** What is wrong with the blocks and the text of a message. */
export function checkMessage(payload: { readonly text?: unknown; readonly blocks?: unknown }): string[] {
  return [
    ...text(limits.message.text)(payload.text, 'text'),
    ...markup(payload.text, 'text'),
    ...list(byType({ ...messageBlocks, ...newerBlocks }), limits.message.blocks)(payload.blocks, 'blocks'),
    ...uniqueIds(payload.blocks),
    ...(JSON.stringify(payload.blocks).length > limits.message.blocksJson ? ['blocks: too much JSON'] : []),
    ...(textsIn(payload.blocks).join('').length > limits.message.blocksText ? ['blocks: too much text'] : []),
  ];
}

const blocksOfView = list(byType(viewBlocks), limits.view.blocks);
const metadata = text(limits.view.metadata, 0);
const modal = shape(
  { type: type('modal'), title: plain(limits.view.title), blocks: blocksOfView },
  {
    ...{ submit: plain(limits.view.button), close: plain(limits.view.button), callback_id: id },
    ...{ private_metadata: metadata, notify_on_close: boolean },
  },
);
const home = shape({ type: type('home'), blocks: blocksOfView }, { private_metadata: metadata, callback_id: id });

/** What is wrong with a modal or a home tab. */
export function checkView(view: unknown): string[] {
  const hasInput = /"type":"input"/u.test(JSON.stringify(view));
  const isModal = (view as { type?: string }).type === 'modal';
  return [
    ...byType({ modal, home })(view, 'view'),
    ...uniqueIds((view as { blocks?: unknown }).blocks),
    ...(isModal && hasInput && !(view as { submit?: unknown }).submit ? ['view/submit: missing'] : []),
  ];
}

function textsIn(blocks: unknown): string[] {
  const texts: string[] = [];
  JSON.parse(JSON.stringify(blocks ?? []), (key, value) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
}

function uniqueIds(blocks: unknown): string[] {
  const ids = [...JSON.stringify(blocks ?? []).matchAll(/"(action_id|block_id)":"([^"]*)"/gu)].map(
    ([, kind, value]) => `${kind} ${value}`,
  );
  return ids.filter((each, index) => ids.indexOf(each) !== index).map((each) => `${each}: used twice`);
}
