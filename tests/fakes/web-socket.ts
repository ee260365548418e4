import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** One connection of a small WebSocket server: texts, pings and the closing handshake of RFC 6455, whole messages in one frame. */
export interface ServerSocket {
  send(text: string): void;
  /** With the closing handshake. */
  close(): void;
  /** Without a word, as a lost network. */
  drop(): void;
}

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

export function acceptSocket(
  request: IncomingMessage,
  stream: Duplex,
  { onText, onClose }: { readonly onText: (text: string) => void; readonly onClose: () => void },
): ServerSocket {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${magic}`).digest('base64');
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
  );
  let pending: Buffer = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = readFrame(pending); frame; frame = readFrame(pending)) {
      pending = pending.subarray(frame.length);
      if (frame.opcode === opcodes.text) onText(frame.payload.toString());
      if (frame.opcode === opcodes.ping) stream.write(frameOf(opcodes.pong, frame.payload));
      if (frame.opcode === opcodes.close) stream.end(frameOf(opcodes.close, frame.payload));
    }
  });
  stream.on('close', onClose);
  stream.on('error', () => {});
  return {
    send: (text) => void stream.write(frameOf(opcodes.text, Buffer.from(text))),
    close: () => void stream.write(frameOf(opcodes.close, Buffer.from([3, 232]))),
    drop: () => void stream.destroy(),
  };
}

function readFrame(data: Buffer): { opcode: number; payload: Buffer; length: number } | undefined {
  if (data.length < 2) return undefined;
  const short = data.readUInt8(1) & 0x7f;
  const sizeBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const start = 2 + sizeBytes + 4;
  if (data.length < start) return undefined;
  const size = sizeBytes === 2 ? data.readUInt16BE(2) : sizeBytes === 8 ? Number(data.readBigUInt64BE(2)) : short;
  if (data.length < start + size) return undefined;
  const mask = data.subarray(start - 4, start);
  const payload = Buffer.from(data.subarray(start, start + size).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return { opcode: data.readUInt8(0) & 0x0f, payload, length: start + size };
}

function frameOf(opcode: number, payload: Buffer): Buffer {
  const head =
    payload.length < 126
      ? Buffer.from([0x80 | opcode, payload.length])
      : payload.length < 65_536
        ? Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 255])
        : Buffer.concat([Buffer.from([0x80 | opcode, 127]), sizeOf(payload.length)]);
  return Buffer.concat([head, payload]);
}

function sizeOf(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}
