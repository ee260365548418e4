import { z } from 'zod';
import { loadConfig } from '../../config/config.ts';
import { createKnowledge } from '../../intents/knowledge.ts';
import type { Slots } from '../../intents/line.ts';
import { createLineReader } from '../../intents/read-line.ts';

const inputSchema = z.object({
  id: z.string(),
  q: z.string(),
  place: z.enum(['dm', 'mention', 'slash', 'thread']).default('dm'),
  now: z.string().optional(),
  zone: z.string().default('UTC'),
});

/** `batch lines`: what a typed line asks for, by the reader that chats use. Days count from `now`. */
export function createLinesTask(): (line: unknown) => object {
  const readLine = createLineReader(createKnowledge(loadConfig(process.env).topics));
  return (line) => {
    const { id, q, place, now, zone } = inputSchema.parse(line);
    const instant = now === undefined ? Temporal.Now.instant() : instantOf(now);
    const { intent, slots, confirm } = readLine({ text: q, place, zone, now: instant });
    return { id, intent, slots: plain(slots), ...(confirm && { confirm }) };
  };
}

/** "2026-12-01T09:00Z", or a day. */
function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return Temporal.PlainDate.from(text).toZonedDateTime('UTC').toInstant();
  }
}

/** Names of several words without marks, as the format of the task has them. */
function plain(slots: Slots): Slots {
  const unmarked = (text: string | undefined) => text?.replaceAll(/\b(actor|region):"([^"]*)"/gu, '$1:$2');
  const { interest, which } = slots;
  return {
    ...slots,
    ...(interest !== undefined && { interest: unmarked(interest) ?? '' }),
    ...(which !== undefined && { which: unmarked(which) ?? '' }),
  };
}
