import { answerMessage, citationSpans, numberSources, sourcesBlocks } from '../src/answers/answer-message.ts';
import { quoteSentence } from '../src/briefings/statements/quote-sentence.ts';
import type { ActionItem, Message, MessageBlock } from '../src/chat/message.ts';
import { heading } from '../src/chat/write.ts';
import { UserError } from '../src/user-error.ts';
import { type ActionRequest, findStory, numberIn } from './action.ts';

/** More of a story than a briefing showed: `<briefing>/<story>`. The briefing's own lines get their evidence too. */
export async function moreOfStory({ value, services, say }: ActionRequest): Promise<Message> {
  const [id = '', briefingId] = value.split('/').reverse();
  const story = await findStory(numberIn(id), services.archive);
  const briefing = briefingId === undefined ? undefined : await services.findBriefing(briefingId);
  const shown = briefing?.stories.find(({ storyId }) => storyId === id)?.statements ?? [];
  const answer = await services.answers.story(String(story.id), say.locale);
  const message = answerMessage({ ...answer, statements: [...shown, ...answer.statements] }, say.locale);
  const mute: ActionItem = { kind: 'button', label: say.answer.mute, action: 'mute-story', value: String(story.id) };
  return { ...message, blocks: message.blocks.map((block) => withButton(block, mute)) };
}

/** Adds a button after the existing ones and before the selects. */
function withButton(block: MessageBlock, button: ActionItem): MessageBlock {
  if (block.kind !== 'actions') return block;
  const [selects = [], buttons = []] = [true, false].map((is) =>
    block.items.filter(({ kind }) => (kind === 'select') === is),
  );
  return { ...block, items: [...buttons, button, ...selects] };
}

/** The stories that a briefing listed by title only, each with the first sentence of its newest article. */
export async function moreStories({ value, services, say }: ActionRequest): Promise<Message> {
  const briefing = await services.findBriefing(value);
  if (!briefing) throw new UserError(({ refusals }) => refusals.briefingGone);
  const { moreStories: title, openStory } = say.answer;
  const shown = await Promise.all(
    briefing.also.map(async ({ articleId, ...story }) => {
      const article = await services.archive.findArticle(articleId);
      const [lead] = article?.sentences ?? [];
      return { ...story, ...(article && lead && { statement: quoteSentence(article, lead) }) };
    }),
  );
  const sources = numberSources(shown.flatMap(({ statement }) => statement ?? []));
  const options = shown.map((story) => ({ label: story.title, value: story.storyId }));
  return {
    summary: `${title}: ${shown.map((story) => story.title).join(' · ')}`,
    blocks: [
      heading(title),
      ...shown.flatMap(({ title: headline, url, statement }): MessageBlock[] => [
        { kind: 'heading', level: 2, spans: [{ kind: 'link', text: headline, url }] },
        ...(statement
          ? [
              {
                kind: 'paragraph' as const,
                spans: [{ kind: 'quoted' as const, text: statement.text }, ...citationSpans(statement, sources)],
              },
            ]
          : []),
      ]),
      ...(options.length > 0
        ? [
            {
              kind: 'actions' as const,
              items: [{ kind: 'select' as const, label: openStory, action: 'more', options }],
            },
          ]
        : []),
      ...sourcesBlocks(sources),
    ],
  };
}
