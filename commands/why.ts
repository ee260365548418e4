import { defineCommand } from './define-command.ts';

export const why = defineCommand({
  name: 'why',
  description: 'What became of an article: archived or not, in which story, and why',
  example: 'why https://www.dw.com/en/slug/a-62512345',
  options: { article: { description: "Its link or DW's number", required: true } },
  async run({ article }, { services }) {
    return services.explain(article);
  },
});
