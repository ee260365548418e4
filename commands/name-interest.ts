import { topicName } from '../src/articles/topics.ts';
import { parseInterest } from '../src/subscriptions/interest.ts';
import { formatInterest } from '../src/subscriptions/interest-spelling.ts';
import { topicNames } from '../src/subscriptions/topic-names.ts';
import { UserError } from '../src/user-error.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import type { CommandServices } from './define-command.ts';

/**
 * A subscription's interest for whoever reads it: topics, and everything, by their names in that language, "Alles AND NOT Sport", where
 * that can be typed as well. English stays as it is, its names are the ids.
 */
export function nameInterest(interest: string, { topics }: Pick<CommandServices, 'topics'>, say: Catalog): string {
  if (say.locale.startsWith('en')) return interest;
  const byName = topicNames(topics);
  const spellings = {
    everything: say.service.topics.everything,
    topic: (id: string) => {
      const found = topics.find((topic) => topic.id === id);
      return found ? topicName(found, say.locale) : id;
    },
  };
  try {
    const told = formatInterest(parseInterest(interest, byName), spellings);
    return formatInterest(parseInterest(told, byName)) === interest ? told : interest;
  } catch (error) {
    // Of a topic that is gone.
    if (error instanceof UserError) return interest;
    throw error;
  }
}
