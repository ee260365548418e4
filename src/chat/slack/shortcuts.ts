/** Shortcuts of a message's menu, by the ids that the manifest gives them. */
export const messageShortcuts = { background: 'message-background', who: 'message-who' } as const;

/** Shortcuts from anywhere: `global-` and the command whose form they open. */
export const globalShortcuts = { brief: 'global-brief', subscribe: 'global-subscribe' } as const;
