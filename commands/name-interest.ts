import { topicName } from '../src/articles/topics.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import type { CommandServices } from './define-command.ts';

/**
 * A subscription's interest for whoever reads it: a single topic, or everything, by its name in their language, which can be typed as
 * well. Mixtures stay as they are typed, and so does English, whose names are the ids.
 */
export function nameInterest(interest: string, { topics }: Pick<CommandServices, 'topics'>, say: Catalog): string {
  if (say.locale.startsWith('en')) return interest;
  if (interest === 'everything') return say.service.topics.everything;
  const topic = topics.find(({ id }) => id === interest);
  return topic ? topicName(topic, say.locale) : interest;
}
