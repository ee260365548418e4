import { existsSync } from 'node:fs';
import { Server } from 'node:net';

/** The package's own folder is where it is installed: see README.md here. */
const folder = new URL('node_modules/discord-digital-twin/', import.meta.url);

/** Whether the twin is installed, which is left to who wants it. */
export const hasTwin = existsSync(folder);

/** What a title says when tests against the twin are skipped. */
export const twinNote = hasTwin
  ? ''
  : ' (skipped: discord-digital-twin is not installed; npm ci --prefix tests/discord-twin)';

/** A message as the twin keeps it. */
export interface TwinMessage {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly content: string;
  readonly flags?: number;
  readonly components?: readonly object[];
  readonly embeds?: readonly object[];
}

/** What we use of the twin. Its own types come with the package, which may not be there. */
export interface Twin {
  readonly guildId: string;
  readonly botUserId: string;
  readonly botToken: string;
  readonly restUrl: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  getFirstNonBotUserId(): Promise<string | null>;
  simulateInteraction(interaction: {
    readonly type: number;
    readonly channelId: string;
    readonly userId: string;
    readonly data: Record<string, unknown>;
    readonly messageId?: string;
  }): Promise<{ readonly id: string }>;
  simulateUserMessage(message: {
    readonly channelId: string;
    readonly userId: string;
    readonly content: string;
  }): Promise<TwinMessage>;
  channel(channelId: string): {
    getMessages(): Promise<readonly TwinMessage[]>;
    getInteractionResponse(interactionId: string): Promise<TwinAnswer | null>;
    waitForInteractionAck(wait: { readonly interactionId: string }): Promise<unknown>;
  };
}

/** The first word of an answer: what was posted to the interaction's callback. */
export interface TwinAnswer {
  readonly type: number;
  readonly messageId: string | null;
  /** JSON. */
  readonly data: string | null;
}

export const twinChannel = '800000000000000007';

/** A Discord server with one channel and one person in it, on this machine alone. */
export async function startTwin(): Promise<Twin> {
  const { DigitalDiscord } = (await import(new URL('dist/index.js', folder).href)) as {
    DigitalDiscord: new (options: object) => Twin;
  };
  const twin = new DigitalDiscord({
    guild: { name: 'The newsroom' },
    channels: [{ id: twinChannel, name: 'asia-desk', type: 0 }],
    users: [{ username: 'reader' }],
    dbUrl: 'file::memory:',
  });
  await onLoopbackOnly(() => twin.start());
  return twin;
}

/** The twin listens on every interface; its visitors are all on this machine. */
async function onLoopbackOnly(start: () => Promise<void>): Promise<void> {
  const { listen } = Server.prototype;
  Server.prototype.listen = function listenHere(this: Server, port: number, listener: () => void) {
    return Reflect.apply(listen, this, [port, '127.0.0.1', listener]) as Server;
  } as typeof listen;
  try {
    await start();
  } finally {
    Server.prototype.listen = listen;
  }
}
