/** A component of a message or modal as it goes over the wire. */
interface Component {
  readonly type: number;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly component?: Component;
  readonly content?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly style?: number;
  readonly label?: string;
  readonly id?: number;
  readonly media?: Media;
  readonly items?: readonly { readonly media: Media }[];
}

interface Media {
  readonly url: string;
}

export interface Payload {
  readonly content?: string;
  readonly flags?: number;
  readonly embeds?: readonly Embed[];
  readonly components?: readonly Component[];
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
  readonly allowed_mentions?: unknown;
  readonly attachments?: readonly { readonly id: string; readonly filename?: string; readonly description?: string }[];
}

interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly image?: Media;
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
}

const known = new Set(
  'content flags embeds components nonce enforce_nonce allowed_mentions attachments message_reference username avatar_url'.split(
    ' ',
  ),
);
const v2Flag = 1 << 15;
const row = 1;
const button = 2;
const select = 3;
const isV2Only = (type: number) => type >= 9 && type <= 17;

/** What Discord refuses of a message though its document allows it. */
export function payloadProblems(payload: Payload): readonly string[] {
  const all = (payload.components ?? []).flatMap(withInner);
  const isV2 = ((payload.flags ?? 0) & v2Flag) !== 0;
  return [
    ...Object.keys(payload).flatMap((key) => (known.has(key) ? [] : [`unknown property ${key}`])),
    ...(isV2 ? v2Problems(payload, all) : v1Problems(payload, all)),
    ...rowProblems(all),
    ...duplicates(all.flatMap(({ custom_id }) => custom_id ?? [])).map((id) => `custom id "${id}" twice`),
    ...duplicates(all.flatMap(({ id }) => id ?? [])).map((id) => `component id ${id} twice`),
    ...mentionProblems(payload),
    ...attachmentProblems(payload, all),
  ];
}

function v2Problems({ content, embeds, components = [] }: Payload, all: readonly Component[]): string[] {
  const text = all.reduce((sum, each) => sum + (each.type === 10 ? (each.content ?? '').length : 0), 0);
  return [
    ...(content !== undefined || embeds !== undefined ? ['content or embeds beside components v2'] : []),
    ...(components.length === 0 ? ['empty message'] : []),
    ...(all.length > 40 ? [`${all.length} components`] : []),
    ...(text > 4_000 ? [`${text} characters of text`] : []),
    ...(all.some(({ type, content: words }) => type === 10 && !words?.trim()) ? ['empty text'] : []),
  ];
}

function v1Problems({ content = '', embeds = [], components = [] }: Payload, all: readonly Component[]): string[] {
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  return [
    ...(!content && embeds.length === 0 ? ['empty message'] : []),
    ...(content.length > 2_000 ? [`${content.length} characters of content`] : []),
    ...(total > 6_000 ? [`${total} characters in embeds`] : []),
    ...(embeds.some((embed) => embedLength(embed) === 0 && embed.image === undefined) ? ['empty embed'] : []),
    ...(components.length > 5 ? [`${components.length} rows`] : []),
    ...(all.some(({ type }) => isV2Only(type)) ? ['components v2 without its flag'] : []),
  ];
}

/** Nothing is mentioned but the one role that is allowed by its id. */
function mentionProblems(payload: Payload): string[] {
  const { parse, roles = [], ...others } = (payload.allowed_mentions ?? {}) as { parse?: unknown[]; roles?: string[] };
  const shown = textOf(payload).match(/(?<![\\\u200B])<@&?!?\d+>/gu) ?? [];
  return [
    ...(parse?.length === 0 && Object.keys(others).length === 0 ? [] : ['mentions are not turned off']),
    ...(roles.length > 1 ? ['more than one role is mentioned'] : []),
    ...shown.flatMap((mention) => (roles.some((id) => mention === `<@&${id}>`) ? [] : [`${mention} in a text`])),
  ];
}

/** What is shown of what is sent along, and the other way round. */
function attachmentProblems({ attachments = [], embeds = [] }: Payload, all: readonly Component[]): string[] {
  const urls = [
    ...embeds.flatMap(({ image }) => image?.url ?? []),
    ...all
      .flatMap(({ media, items = [] }) => [...(media ? [media] : []), ...items.map((item) => item.media)])
      .map(({ url }) => url),
  ];
  const shown = urls.filter((url) => url.startsWith('attachment://')).map((url) => url.slice('attachment://'.length));
  const sent = attachments.map(({ filename = '' }) => filename);
  return [
    ...shown.filter((name) => !sent.includes(name)).map((name) => `${name} is shown and not sent`),
    ...sent.filter((name) => !shown.includes(name)).map((name) => `${name} is sent and not shown`),
    ...sent.filter((name) => !/^[\w.-]+$/u.test(name)).map((name) => `"${name}" is no name of a file`),
    ...duplicates(sent).map((name) => `${name} is sent twice`),
    ...(attachments.length > 10 ? [`${attachments.length} files`] : []),
  ];
}

function rowProblems(all: readonly Component[]): string[] {
  const rows = all.filter(({ type }) => type === row).map(({ components = [] }) => components.map(({ type }) => type));
  const buttons = all.filter(({ type }) => type === button);
  return [
    ...(rows.some((types) => types.includes(button) && types.includes(select)) ? ['select beside buttons'] : []),
    ...(rows.some((types) => types.length > (types.includes(select) ? 1 : 5)) ? ['too much in a row'] : []),
    ...(buttons.some(({ style, url }) => (style === 5) !== (url !== undefined)) ? ['link button without url'] : []),
    ...(buttons.some(({ label }) => !label?.trim()) ? ['button without label'] : []),
  ];
}

/** The component with all that is in it. */
export function withInner(component: Component): Component[] {
  const { components = [], accessory, component: labelled } = component;
  const inner = [...components, ...(accessory ? [accessory] : []), ...(labelled ? [labelled] : [])];
  return [component, ...inner.flatMap(withInner)];
}

/** All words that a message shows. */
export function textOf({ content, embeds = [], components = [] }: Payload): string {
  const texts = components.flatMap(withInner).flatMap(({ type, content: words }) => (type === 10 ? [words ?? ''] : []));
  return [content ?? '', ...embeds.map(({ description = '' }) => description), ...texts].filter(Boolean).join('\n');
}

function embedLength({ title = '', description = '', fields = [] }: Embed): number {
  return (
    title.length + description.length + fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)
  );
}

function duplicates<Item>(items: readonly Item[]): Item[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}
