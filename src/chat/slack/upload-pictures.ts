import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Log } from '../../runtime/log.ts';
import { ChatError } from '../chat.ts';
import type { Message, MessageBlock } from '../message.ts';
import { limits } from './limits.ts';
import type { UploadedPictures } from './render-blocks.ts';
import type { SlackApi } from './slack-api.ts';

type Picture = Extract<MessageBlock, { kind: 'picture' }>;

/** Brings a message's pictures to Slack. What cannot be uploaded is missing from the result, and the message is sent with its words. */
export type PictureUploader = (message: Message, workspaceId: string, api: SlackApi) => Promise<UploadedPictures>;

/** This many uploaded pictures are remembered, because one briefing goes to many channels. */
const remembered = 500;
const uploadTimeoutMs = 15_000;

/** By `files.getUploadURLExternal` and `files.completeUploadExternal`. https://docs.slack.dev/messaging/working-with-files#uploading_files */
export function createPictureUploader({ log }: { readonly log: Log }): PictureUploader {
  const known = new LRUCache<string, Promise<string>>({ max: remembered });

  return async (message, workspaceId, api) => {
    const pictures = message.blocks.filter((block): block is Picture => block.kind === 'picture');
    const found = await Promise.all(pictures.map((picture) => find(picture, workspaceId, api)));
    return new Map(pictures.flatMap((picture, index) => (found[index] ? [[picture, found[index]] as const] : [])));
  };

  async function find(picture: Picture, workspaceId: string, api: SlackApi): Promise<string | undefined> {
    const key = `${workspaceId} ${createHash('sha256').update(picture.pngBase64).update(picture.alt).digest('hex')}`;
    const uploaded = known.get(key) ?? upload(picture, api);
    known.set(key, uploaded);
    try {
      return await uploaded;
    } catch (err) {
      known.delete(key);
      log.warn(
        { err, workspaceId, picture: picture.name },
        'a picture could not be uploaded to Slack; its text is posted instead',
      );
      return undefined;
    }
  }
}

async function upload({ alt, name, pngBase64 }: Picture, api: SlackApi): Promise<string> {
  const png = Buffer.from(pngBase64, 'base64');
  const { upload_url: url, file_id: id } = await api.call(({ files }) =>
    files.getUploadURLExternal({
      filename: fileName(name),
      length: png.length,
      alt_text: alt.slice(0, limits.file.alt),
    }),
  );
  if (!url || !id) throw new ChatError('Slack named no place for a picture', { kind: 'rejected' });
  await send(url, png);
  await api.call(({ files }) => files.completeUploadExternal({ files: [{ id, title: name }] }));
  return id;
}

async function send(url: string, png: Buffer<ArrayBuffer>): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: png,
    redirect: 'error',
    signal: AbortSignal.timeout(uploadTimeoutMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new ChatError(`Slack took no picture: HTTP status ${response.status}`, { kind: 'rejected' });
}

function fileName(name: string): string {
  const plain = name.replaceAll(/[^\w-]+/gu, '-').slice(0, 80) || 'picture';
  return `${plain.replace(/-png$/u, '')}.png`;
}
