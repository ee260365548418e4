import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

export interface FakeSocket {
  send(text: string): void;
  close(code: number): void;
  /** Ends the connection as a broken network does. */
  destroy(): void;
  onText(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
}

/** The server's side of WebSocket, as much as a gateway needs: whole text frames and a close code. */
export function acceptWebSockets(
  server: Server,
  onSocket: (socket: FakeSocket, path: string) => void,
  isRefused: () => boolean = () => false,
): void {
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    if (isRefused())
      return void stream.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    onSocket(openSocket(stream), request.url ?? '/');
  });
}

const textFrame = 1;
const closeFrame = 8;

function openSocket(stream: Duplex): FakeSocket {
  const textListeners: ((text: string) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  let pending = Buffer.alloc(0);
  stream.on('error', () => stream.destroy());
  stream.on('close', () => {
    for (const listener of closeListeners) listener();
  });
  stream.on('data', (bytes: Buffer) => {
    pending = Buffer.concat([pending, bytes]);
    for (let frame = readFrame(pending); frame; frame = readFrame(pending)) {
      pending = pending.subarray(frame.size);
      if (frame.opcode === textFrame) for (const listener of textListeners) listener(frame.payload.toString());
      if (frame.opcode === closeFrame) stream.end(frameOf(closeFrame, frame.payload));
    }
  });
  return {
    send: (text) => void stream.write(frameOf(textFrame, Buffer.from(text))),
    close(code) {
      const payload = Buffer.alloc(2);
      payload.writeUInt16BE(code);
      stream.write(frameOf(closeFrame, payload));
    },
    destroy: () => void stream.destroy(),
    onText: (listener) => void textListeners.push(listener),
    onClose: (listener) => void closeListeners.push(listener),
  };
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly size: number;
}

/** A client's frame, which is always masked; undefined until all of it is there. */
function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 6) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (bytes.length < 6 + extra) return undefined;
  const length = extra === 2 ? bytes.readUInt16BE(2) : extra === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  const start = 6 + extra;
  if (bytes.length < start + length) return undefined;
  const mask = bytes.subarray(2 + extra, start);
  const payload = Buffer.from(
    bytes.subarray(start, start + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0)),
  );
  return { opcode: bytes.readUInt8(0) & 0x0f, payload, size: start + length };
}

function frameOf(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = length < 126 ? Buffer.from([0x80 | opcode, length]) : Buffer.alloc(length < 65_536 ? 4 : 10);
  if (length >= 126) {
    head.writeUInt8(0x80 | opcode, 0);
    head.writeUInt8(length < 65_536 ? 126 : 127, 1);
    if (length < 65_536) head.writeUInt16BE(length, 2);
    else head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}
