import { topicName } from '../src/articles/topics.ts';
import { context, heading, words } from '../src/chat/write.ts';
import { defineCommand } from './define-command.ts';

export const topics = defineCommand({
  name: 'topics',
  description: 'The topics you can subscribe to',
  example: 'topics',
  shareable: true,
  options: {},
  async run(_options, { services }) {
    return {
      summary: `${services.topics.length} topics`,
      blocks: [
        heading('Topics'),
        {
          kind: 'list',
          items: services.topics.map((topic) => [
            words(topic.id, 'code'),
            words(`  ${topicName(topic, 'en')} · ${topicName(topic, 'de')}`),
          ]),
        },
        context(
          'Any mixture works too: ',
          words('/subscribe asia AND NOT sports', 'code'),
          ', or words: ',
          words('/subscribe "forced labor" OR Park Jin', 'code'),
        ),
      ],
    };
  },
});
