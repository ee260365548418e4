/**
 * The chat platforms, in the order in which an operator is offered them. The one place that lists them: types, schemas, choices of the command
 * line and the settings under `chat` derive from it. The names are stored with every channel, so they stay.
 */
export const platforms = ['slack', 'discord', 'local'] as const;

/** Where a channel is. */
export type Platform = (typeof platforms)[number];

/** A platform that an operator connects with secrets; the local page needs none. */
export type RemotePlatform = Exclude<Platform, 'local'>;

/** The platforms that an operator connects with secrets. */
export const remotePlatforms: readonly RemotePlatform[] = platforms.filter((platform) => platform !== 'local');
