/** Shortcuts of a message's menu, by the ids that the manifest gives them. */
export const messageShortcuts = { background: 'message-background', who: 'message-who' } as const;

/** Begins the ids of shortcuts that are used from anywhere. */
export const globalPrefix = 'global-';

/** Shortcuts from anywhere: the prefix and the command whose form they open. */
export const globalShortcuts = { brief: 'global-brief', subscribe: 'global-subscribe' } as const;
