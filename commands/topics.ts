import { topicName } from '../src/articles/topics.ts';
import { context, heading, words } from '../src/chat/write.ts';
import { en } from '../src/wording/en/index.ts';
import { defineCommand } from './define-command.ts';

export const topics = defineCommand({
  name: 'topics',
  description: en.commands.topics.description,
  example: 'topics',
  shareable: true,
  options: {},
  async run(_options, { services, say }) {
    const { title, count, mixtures } = say.service.topics;
    return {
      summary: count(services.topics.length),
      blocks: [
        heading(title),
        {
          kind: 'list',
          items: services.topics.map((topic) => [words(topic.id, 'code'), words(`  ${topicName(topic, say.locale)}`)]),
        },
        context(mixtures('/subscribe asia AND NOT sports', '/subscribe "forced labor" OR Park Jin')),
      ],
    };
  },
});
