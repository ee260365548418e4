import { z } from 'zod';
import { createStoryGrouper } from '../../stories/group-stories.ts';

const inputSchema = z.object({
  id: z.string(),
  title: z.string().default(''),
  text: z.string().default(''),
  publishedAt: z.string().optional(),
  language: z.string().default('en'),
});

/** `batch stories`: decides line by line which story an article belongs to; a story bears the id of its first article. */
export function createStoriesTask(): (line: unknown) => { id: string; story: string } {
  const grouper = createStoryGrouper();
  return (line) => {
    const { id, title, text, publishedAt, language } = inputSchema.parse(line);
    const document = {
      id,
      language,
      headline: title,
      body: text.startsWith(title) ? text.slice(title.length) : text,
      ...(publishedAt !== undefined && { publishedAt: Temporal.Instant.from(publishedAt) }),
    };
    const story = grouper.decide(document).storyId ?? id;
    grouper.add(document, story);
    return { id, story };
  };
}
