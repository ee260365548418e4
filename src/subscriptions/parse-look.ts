import type { ChannelRef, PostLook } from '../chat/chat.ts';
import { readField, UserError } from '../user-error.ts';
import type { Subscription } from './subscription.ts';

/** The style of a subscription's posts: whom they mention, and the appearance of their sender. */
export type PostStyle = Pick<Subscription, 'mention' | 'look'>;

/** As typed; an empty field is none. */
export interface TypedStyle {
  readonly mention?: string | undefined;
  readonly name?: string | undefined;
  readonly picture?: string | undefined;
  readonly color?: string | undefined;
  readonly publish?: string | undefined;
  /** `story` or `off`. */
  readonly threads?: string | undefined;
}

/** The longest name that a webhook of Discord takes, https://discord.com/developers/docs/resources/webhook#create-webhook. */
const longestName = 80;
const longestAddress = 500;

/** Parses the style of posts. Throws UserError for each mistake. */
export function readStyle(typed: TypedStyle, channel: ChannelRef): PostStyle {
  const mention = readField('mention', () => readMention(typed.mention?.trim(), channel));
  const name = readField('name', () => readName(typed.name?.trim()));
  const pictureUrl = readField('picture', () => readPictureUrl(typed.picture?.trim()));
  const color = readField('color', () => readColor(typed.color?.trim()));
  const publish = readField('publish', () => readPublish(typed.publish?.trim()));
  const storyThreads = readField('threads', () => readThreads(typed.threads?.trim(), channel));
  const look: PostLook = {
    ...(name && { name }),
    ...(pictureUrl && { pictureUrl }),
    ...(color && { color }),
    ...(publish !== undefined && { publish }),
    ...(storyThreads && { storyThreads }),
  };
  return { ...(mention && { mention }), ...(Object.keys(look).length > 0 && { look }) };
}

/** An id, bare or as the platform's clients paste it: `<@&123>`, `<!subteam^S123|@team>`. */
function readMention(typed: string | undefined, { platform, workspaceId }: ChannelRef): string | undefined {
  if (!typed) return undefined;
  if (platform === 'local') throw new UserError(({ errors }) => errors.noRolesHere);
  const bare = typed.replace(/^<(?:@&|!subteam\^)([^|>]+)(?:\|[^>]*)?>$/u, '$1');
  if (platform === 'slack') {
    if (/^S[A-Z0-9]{6,}$/u.test(bare)) return bare;
    throw new UserError(({ errors }) => errors.noUserGroup(typed));
  }
  // The role of everybody has the server's own id.
  if (bare === workspaceId) throw new UserError(({ errors }) => errors.everybody);
  if (/^\d{17,20}$/u.test(bare)) return bare;
  throw new UserError(({ errors }) => errors.noRole(typed));
}

function readName(typed: string | undefined): string | undefined {
  if (!typed) return undefined;
  if (typed.length > longestName) throw new UserError(({ errors }) => errors.nameTooLong(String(longestName)));
  // https://discord.com/developers/docs/resources/user#usernames-and-nicknames
  if (/clyde|discord|[@#`\n]/iu.test(typed)) throw new UserError(({ errors }) => errors.badName(typed));
  return typed;
}

function readPictureUrl(typed: string | undefined): string | undefined {
  if (!typed) return undefined;
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url?.protocol !== 'https:' || url.username || typed.length > longestAddress)
    throw new UserError(({ errors }) => errors.noPicture(typed));
  return url.href;
}

function readPublish(typed: string | undefined): boolean | undefined {
  if (!typed) return undefined;
  if (typed !== 'on' && typed !== 'off') throw new UserError(({ errors }) => errors.noPublish(typed));
  return typed === 'on';
}

function readThreads(typed: string | undefined, { platform }: ChannelRef): boolean {
  if (!typed || typed === 'off') return false;
  if (typed !== 'story') throw new UserError(({ errors }) => errors.unknownChoice('threads', typed, 'story, off'));
  if (platform !== 'discord') throw new UserError(({ errors }) => errors.noThreadsHere);
  return true;
}

function readColor(typed: string | undefined): string | undefined {
  if (!typed) return undefined;
  const [, short, long] = /^#?(?:([\da-f]{3})|([\da-f]{6}))$/iu.exec(typed) ?? [];
  const digits = long ?? short?.replaceAll(/./gu, '$&$&');
  if (!digits) throw new UserError(({ errors }) => errors.noColor(typed));
  return `#${digits.toLowerCase()}`;
}
