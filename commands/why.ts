import { defineCommand } from './define-command.ts';

export const why = defineCommand({
  name: 'why',
  description: 'What became of an article or story, and why a briefing told it or did not',
  example: 'why https://www.dw.com/en/slug/a-62512345',
  options: {
    article: {
      description: "Its link, DW's number, its number in the last briefing, or words of its title",
      required: true,
      completes: 'story',
    },
  },
  async run({ article }, { asker, services }) {
    return services.explain(article, { asker });
  },
});
