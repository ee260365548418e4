import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { acceptSocket, type ServerSocket } from './web-socket.ts';

/** Socket Mode's side of Slack: hello, envelopes until they are acknowledged, connections that are moved or lost. */
export class FakeSlackSockets {
  /** How many connections there ever were: one that comes back at once is seen by this, not by how many there are. */
  opened = 0;
  readonly #open = new Set<ServerSocket>();
  readonly #waiting: (() => void)[] = [];
  readonly #acknowledgements = new Map<string, (payload: unknown) => void>();

  attach(server: Server): void {
    server.on('upgrade', (request, stream) => {
      const socket = acceptSocket(request, stream, {
        onText: (text) => this.#onAcknowledged(text),
        onClose: () => void this.#open.delete(socket),
      });
      this.#open.add(socket);
      this.opened += 1;
      for (const goOn of this.#waiting.splice(0)) goOn();
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
    });
  }

  get count(): number {
    return this.#open.size;
  }

  /** `warned`: as Slack does when it moves connections; else as a network that is gone. */
  drop({ warned }: { readonly warned: boolean }): void {
    for (const socket of this.#open) {
      if (warned) socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      else socket.drop();
    }
  }

  /** Sends an envelope to a connection, once there is one, until it acknowledges it, and gives the payload of the acknowledgement. */
  async deliver(type: string, payload: unknown, envelopeId: string = randomUUID()): Promise<unknown> {
    const acknowledged = new Promise<unknown>((resolve) => this.#acknowledgements.set(envelopeId, resolve));
    const socket = await this.#connected();
    socket.send(JSON.stringify({ envelope_id: envelopeId, type, payload, accepts_response_payload: true }));
    return acknowledged;
  }

  /** Sends a frame as it is, whatever it says. */
  async sendRaw(text: string): Promise<void> {
    (await this.#connected()).send(text);
  }

  /** On a busy machine a person may be quicker than the connection. */
  async #connected(): Promise<ServerSocket> {
    const [socket] = this.#open;
    if (socket) return socket;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#connected();
  }

  #onAcknowledged(text: string): void {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id: string; payload: unknown };
    this.#acknowledgements.get(id)?.(payload);
    this.#acknowledgements.delete(id);
  }
}
