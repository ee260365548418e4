import type { Server } from 'node:http';
import { acceptWebSockets, type FakeSocket } from './fake-websocket.ts';

export interface FakeGateway {
  /** Sends an event to whoever is connected, and keeps it for who resumes. */
  dispatch(event: string, data: object): void;
  /** Whether who is connected asked for this intent. */
  intends(intent: number): boolean;
  /** What goes wrong with the next connections. */
  readonly troubles: GatewayTroubles;
  /** Connections that identified or resumed and are open: each gets every event. */
  sessions(): number;
  /** Attempts to connect, refused ones too. */
  attempts(): number;
  /** Closes all connections with a code; without one, as a broken network does. */
  drop(code?: number): void;
  /** What clients sent, by what it is: `identify`, `resume`, `heartbeat`. */
  readonly seen: readonly { readonly kind: string; readonly data: unknown }[];
  /** Resolves with the next of a kind that comes from now on. */
  next(kind: string): Promise<unknown>;
}

export interface GatewayTroubles {
  /** So many connections are refused before they are one, as by a proxy in front of a gateway that restarts. */
  refusals: number;
  /** How long a hello is held back. */
  helloAfterMs: number;
  heartbeatMs: number;
  /** Heartbeats are not answered. */
  isDeaf: boolean;
  /** What an identify is answered with instead of READY. */
  closeIdentifyWith: number | undefined;
}

export interface GatewayOptions {
  readonly token: string;
  readonly ready: () => { readonly user: object; readonly application: object; readonly guilds: readonly object[] };
  readonly url: () => string;
}

const kinds: Readonly<Record<number, string>> = { 1: 'heartbeat', 2: 'identify', 6: 'resume' };
const session = 'session-1';

/** Discord's gateway as far as discord.js goes with it: hello, identify, resume, heartbeats, events. */
export function createFakeGateway(server: Server, { token, ready, url }: GatewayOptions): FakeGateway {
  const sockets = new Set<FakeSocket>();
  const seen: { kind: string; data: unknown }[] = [];
  const waiting: { kind: string; resolve: (data: unknown) => void }[] = [];
  const events: object[] = [];
  const troubles: GatewayTroubles = {
    refusals: 0,
    helloAfterMs: 0,
    heartbeatMs: 45_000,
    isDeaf: false,
    closeIdentifyWith: undefined,
  };
  let intents = 0;
  let attempts = 0;

  acceptWebSockets(
    server,
    (socket) => {
      socket.onText((text) => {
        const { op, d } = JSON.parse(text) as { op: number; d: unknown };
        const kind = kinds[op] ?? String(op);
        seen.push({ kind, data: d });
        if (kind === 'heartbeat' && !troubles.isDeaf) socket.send(JSON.stringify({ op: 11 }));
        if (kind === 'identify') identify(socket, d as { token: string; intents: number });
        if (kind === 'resume') resume(socket, (d as { seq: number }).seq);
        for (const each of waiting.filter((one) => one.kind === kind)) each.resolve(d);
      });
      socket.onClose(() => sockets.delete(socket));
      const hello = JSON.stringify({ op: 10, d: { heartbeat_interval: troubles.heartbeatMs } });
      if (troubles.helloAfterMs > 0) setTimeout(() => socket.send(hello), troubles.helloAfterMs).unref();
      else socket.send(hello);
    },
    () => {
      attempts += 1;
      return troubles.refusals > 0 && troubles.refusals-- > 0;
    },
  );

  return {
    seen,
    sessions: () => sockets.size,
    attempts: () => attempts,
    dispatch,
    troubles,
    intends: (intent) => (intents & intent) !== 0,
    drop(code) {
      for (const socket of sockets) code === undefined ? socket.destroy() : socket.close(code);
      sockets.clear();
    },
    next: (kind) => new Promise((resolve) => waiting.push({ kind, resolve })),
  };

  function dispatch(event: string, data: object): void {
    const packet = { op: 0, t: event, s: events.length + 1, d: data };
    events.push(packet);
    for (const socket of sockets) socket.send(JSON.stringify(packet));
  }

  function identify(socket: FakeSocket, given: { token: string; intents: number }): void {
    intents = given.intents;
    if (troubles.closeIdentifyWith !== undefined) {
      socket.close(troubles.closeIdentifyWith);
      return;
    }
    if (given.token !== token) {
      socket.close(4004);
      return;
    }
    sockets.add(socket);
    const { guilds, ...facts } = ready();
    dispatch('READY', {
      v: 10,
      session_id: session,
      resume_gateway_url: url(),
      guilds: guilds.map((guild) => ({ id: (guild as { id: string }).id, unavailable: true })),
      ...facts,
    });
    for (const guild of guilds) dispatch('GUILD_CREATE', guild);
  }

  function resume(socket: FakeSocket, since: number): void {
    sockets.add(socket);
    for (const missed of events.slice(since)) socket.send(JSON.stringify(missed));
    dispatch('RESUMED', {});
  }
}
