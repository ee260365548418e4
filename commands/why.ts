import { en } from '../src/wording/en/index.ts';
import { defineCommand } from './define-command.ts';

const words = en.commands.why;

export const why = defineCommand({
  name: 'why',
  description: words.description,
  example: 'why flood',
  options: { article: { description: words.article, required: true, completes: 'story' } },
  async run({ article }, { caller, services, say }) {
    return services.explain(article, { caller, say });
  },
});
