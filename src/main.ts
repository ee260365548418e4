/*
 * What verbs of the command line, tests and measurements build the service of: an archive is opened, a newsroom put over it, and its parts
 * over that. Each is put together in src/assembly; src/cli/serve.ts starts and stops them.
 */
export { type DataDirectoryOptions, openDataDirectory } from './assembly/data-directory.ts';
export { createHandlers, explainTrouble } from './assembly/handlers.ts';
export { type Newsroom, openNewsroom } from './assembly/newsroom.ts';
export { createNewsroomOutbox } from './assembly/outbox.ts';
export { createNewsroomPoller } from './assembly/poller.ts';
export { userAgent } from './assembly/user-agent.ts';
export { createFeedAlerts, createOperatorPost } from './newsroom/tell-operator.ts';
