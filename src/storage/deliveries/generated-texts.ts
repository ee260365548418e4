import type { GeneratedTexts } from '../../models/text-model.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';

/** After this many days no window includes a text any more. */
const keptDays = 30;

/** A cache of generated texts, so that the same request is not paid for twice. Old texts are removed when new ones are saved. */
export function createGeneratedTexts(
  db: Database,
  now: () => Temporal.Instant = () => Temporal.Now.instant(),
): GeneratedTexts {
  return {
    async find(key) {
      const row = await db
        .selectFrom('generated_texts')
        .select('document')
        .where('cache_key', '=', key)
        .executeTakeFirst();
      return row?.document;
    },

    async save({ key, model, document }) {
      const oldest = now().subtract({ hours: 24 * keptDays });
      await db.deleteFrom('generated_texts').where('created_at', '<', toIso(oldest)).execute();
      await db
        .insertInto('generated_texts')
        .values({ cache_key: key, model, document, created_at: toIso(now()) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async remove(key) {
      await db.deleteFrom('generated_texts').where('cache_key', '=', key).execute();
    },
  };
}
