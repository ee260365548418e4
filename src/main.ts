/*
 * What verbs of the command line, tests and measurements build the service of: an archive is opened, a newsroom put over it, and its parts
 * over that. Each is put together in src/assembly; src/cli/serve.ts starts and stops them.
 */
export { type DataDirectoryOptions, openDataDirectory } from './services/data-directory.ts';
export { createHandlers, explainTrouble } from './services/handlers.ts';
export { type Newsroom, openNewsroom } from './services/newsroom.ts';
export { createNewsroomOutbox } from './services/outbox.ts';
export { createNewsroomPoller } from './services/poller.ts';
export { createFeedAlerts, createOperatorPost } from './services/tell-operator.ts';
export { userAgent } from './services/user-agent.ts';
