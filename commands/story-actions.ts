import { answerMessage } from '../src/answers/answer-message.ts';
import { findEvidence, readReference } from '../src/answers/evidence.ts';
import type { Message } from '../src/chat/message.ts';
import { context, paragraph, words } from '../src/chat/write.ts';
import { UserError } from '../src/user-error.ts';
import { type Action, type ActionRequest, answers, findStory, numberIn, subjectIn } from './action.ts';
import { evidenceMessage } from './evidence-message.ts';
import { moreOfStory, moreStories } from './more-of-briefing.ts';
import { subscribedMessage } from './subscribe.ts';
import { whosWhoOfStory } from './whos-who.ts';

/** The buttons under briefings and answers on a story. */
export const storyActions: Readonly<Record<string, Action>> = {
  background: answers(async ({ value, services }) => answerMessage(await services.answers.background(value))),
  story: answers(async ({ value, services }) => answerMessage(await services.answers.story(value))),
  search: answers(async ({ value, services }) => answerMessage(await services.answers.search(value))),
  'whos-who': answers(async ({ value, services }) =>
    whosWhoOfStory(await findStory(numberIn(value), services.archive), services),
  ),
  timeline: answers(async ({ value, services }) =>
    answerMessage(await services.answers.timeline(await subjectIn(value, services))),
  ),
  evidence: answers(tellEvidence),
  more: answers(moreOfStory),
  'more-stories': answers(moreStories),
  follow: { managesChannel: true, run: async (request) => ({ kind: 'answer', message: await follow(request) }) },
  'mute-story': { managesChannel: true, run: async (request) => ({ kind: 'answer', message: await mute(request) }) },
};

async function tellEvidence({ value, services }: ActionRequest): Promise<Message> {
  const reference = readReference(value);
  const found = reference && (await findEvidence(reference, services.archive));
  if (!found)
    throw new UserError('The archive does not hold that sentence any more. What it holds now is found with /search.');
  return evidenceMessage([found], services.zone);
}

/** Subscribes the channel to one story or one actor, with its own zone and language. */
async function follow({ value, asker, services }: ActionRequest): Promise<Message> {
  const subject = await subjectIn(value, services);
  const interest = subject.kind === 'story' ? `story:${subject.story.id}` : `actor:"${subject.actor.name}"`;
  const subscription = await services.subscriptions.add(asker, { interest });
  const message = await subscribedMessage(subscription, services);
  if (subject.kind === 'actor') return message;
  return { ...message, blocks: [...message.blocks, context(`Story: ${subject.story.title}`)] };
}

async function mute({ value, asker, services }: ActionRequest): Promise<Message> {
  const story = await findStory(numberIn(value), services.archive);
  await services.mutes.add(asker, story.id);
  const summary = `This channel hears no more of: ${story.title}`;
  return {
    summary,
    blocks: [
      paragraph(summary),
      context(
        'It stays in the archive, and every command still finds it. ',
        words('/subscriptions', 'code'),
        ' unmutes it.',
      ),
      {
        kind: 'actions',
        items: [
          {
            kind: 'button',
            label: 'Unmute',
            action: 'unmute-story',
            value: String(story.id),
          },
        ],
      },
    ],
  };
}
