/** In place of a channel's id, where the settings of a whole server or workspace are kept: no channel has such an id. */
export const wholeServer = '*';
