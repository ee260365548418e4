import { createServer } from 'node:http';
import type { InstallPage } from './install-pages.ts';

/** The installation pages for an app that uses Socket Mode, where Bolt serves no page on an address of our choice. */
export function createInstallServer(
  pages: readonly InstallPage[],
  { host, port }: { readonly host: string; readonly port: number },
): { start(): Promise<void>; stop(): Promise<void> } {
  const server = createServer((request, response) => {
    const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname;
    const page = request.method === 'GET' ? pages.find((each) => each.path === path) : undefined;
    if (page) page.handler(request, response);
    else response.writeHead(404).end();
  });
  return {
    async start() {
      const listening = Promise.withResolvers<void>();
      server.once('error', listening.reject).listen(port, host, listening.resolve);
      await listening.promise;
    },
    async stop() {
      if (!server.listening) return;
      server.closeIdleConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
