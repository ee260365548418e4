import { topicName } from '../src/articles/topics.ts';
import { parseInterest } from '../src/subscriptions/interest.ts';
import { formatInterest } from '../src/subscriptions/interest-spelling.ts';
import { topicNames } from '../src/subscriptions/topic-names.ts';
import { UserError } from '../src/user-error.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import type { CommandServices } from './define-command.ts';

/**
 * A subscription's interest in the reader's language: topics, and everything, by their localized names, "Alles AND NOT Sport", if that can
 * be typed as well. English stays as it is, since its names are the ids.
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
    const spelled = formatInterest(parseInterest(interest, byName), spellings);
    return formatInterest(parseInterest(spelled, byName)) === interest ? spelled : interest;
  } catch (error) {
    // A topic that no longer exists.
    if (error instanceof UserError) return interest;
    throw error;
  }
}
