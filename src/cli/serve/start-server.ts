import { commands } from '../../../commands/index.ts';
import { type LocalServer, startLocalServer } from '../../chat/local/server.ts';
import { explainTrouble, type Newsroom } from '../../main.ts';
import type { Metrics } from '../../runtime/metrics.ts';
import { en } from '../../wording/en/index.ts';
import { localize } from '../../wording/localized-text.ts';
import type { HealthMonitor } from '../health-monitor.ts';
import { pageExtras } from '../page-extras.ts';
import type { StartedChats } from './start-chats.ts';

export interface ServerOptions {
  readonly newsroom: Newsroom;
  readonly chats: StartedChats;
  readonly healthMonitor: HealthMonitor;
  readonly metrics: Metrics;
}

/** Health and metrics, and the local page where it is wanted or the only chat. */
export async function startServer({ newsroom, chats, healthMonitor, metrics }: ServerOptions): Promise<LocalServer> {
  const { config, services, storage, log } = newsroom;
  const { local, discord, observed } = chats;
  const { page: hasPage = observed.length === 1, ...address } = config.server;
  /** Of a database in trouble none can be had; what is not ready says why. */
  const readFigures = async () => ({ ...(await services.status()), stories: await storage.stories.count() });
  const server = await startLocalServer({
    ...(hasPage && { chat: local, commands, plainTextCommand: 'ask', ...pageExtras(newsroom) }),
    async status() {
      const readiness = await healthMonitor.readiness();
      // What is asked of a database in trouble would only fail, too.
      const status = readiness.ready ? await services.status() : {};
      return { ...readiness, ...(discord && { discord: discord.state() }), ...status };
    },
    async metrics() {
      const [archive, disk, { reasons }] = await Promise.all([
        readFigures().catch(() => undefined),
        healthMonitor.disk(),
        healthMonitor.readiness(),
      ]);
      return metrics.render({ ...archive, unready: reasons, ...(disk && { disk }) });
    },
    explain(error) {
      const said = explainTrouble(error);
      return said === undefined ? undefined : localize(said, en);
    },
    onError: (err, request) => log.error({ err, ...request }, 'request failed'),
    ...address,
  });
  log.info(
    { url: server.url, feeds: config.feeds.list.length, dataDir: config.dataDir },
    hasPage ? `Kurzwelle is running; the local page is ${server.url}` : 'Kurzwelle is running, without the local page',
  );
  return server;
}
