import type { CommandServices, PictureBlock } from '../../commands/define-command.ts';
import type { Archive } from '../answers/archive.ts';
import type { Charts } from '../charts/charts.ts';
import { altText, mentionPeriods } from '../charts/mention-periods.ts';
import type { Log } from '../runtime/log.ts';

/** The chart of an actor's mentions as a picture of a message. An answer goes without it rather than fail. */
export function createMentionChart({
  archive,
  charts,
  log,
}: {
  readonly archive: Archive;
  readonly charts: Charts;
  readonly log: Log;
}): CommandServices['mentionChart'] {
  return async (actorId, { name, language }): Promise<PictureBlock | undefined> => {
    const counted = mentionPeriods(await archive.mentionDaysOf(actorId));
    if (!counted) return undefined;
    try {
      const drawn = await within(charts.patienceMs, charts.draw(counted, language));
      if (!drawn) return undefined;
      const png = Buffer.from(drawn);
      const alt = altText(name, counted, language);
      return { kind: 'picture', name: `mentions-${actorId}.png`, pngBase64: png.toString('base64'), alt };
    } catch (err) {
      log.warn({ err, actorId }, 'a chart could not be drawn');
      return undefined;
    }
  };
}

/** Undefined where it takes longer; it goes on meanwhile. */
async function within<Made>(ms: number, making: Promise<Made>): Promise<Made | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timeout = setTimeout(late.resolve, ms, undefined);
  return Promise.race([making, late.promise]).finally(() => clearTimeout(timeout));
}
