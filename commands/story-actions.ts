import { answerMessage } from '../src/answers/answer-message.ts';
import { findEvidence, readReference } from '../src/answers/evidence.ts';
import type { Message } from '../src/chat/message.ts';
import { context, paragraph } from '../src/chat/write.ts';
import { UserError } from '../src/user-error.ts';
import { type Action, type ActionRequest, answers, findStory, numberIn, subjectIn } from './action.ts';
import { evidenceMessage } from './evidence-message.ts';
import { moreOfStory, moreStories } from './more-of-briefing.ts';
import { reportButtons } from './report-line.ts';
import { subscribeInPlace } from './subscribe-in-place.ts';
import { whosWhoOfStory } from './whos-who.ts';

/** The buttons below briefings and answers on a story. */
export const storyActions: Readonly<Record<string, Action>> = {
  background: answers(async ({ value, services, say }) =>
    answerMessage(await services.answers.background(value, say.locale), say.locale),
  ),
  story: answers(async ({ value, services, say }) =>
    answerMessage(await services.answers.story(value, say.locale), say.locale),
  ),
  search: answers(async ({ value, services, say }) =>
    answerMessage(await services.answers.search(value, say.locale), say.locale),
  ),
  ask: answers(async ({ value, services, say }) =>
    answerMessage(await services.answers.ask(value, say.locale), say.locale),
  ),
  'whos-who': answers(async ({ value, services, say }) =>
    whosWhoOfStory(await findStory(numberIn(value), services.archive), { services, say }),
  ),
  timeline: answers(async ({ value, services, say }) =>
    answerMessage(await services.answers.timeline(await subjectIn(value, services), say.locale), say.locale),
  ),
  evidence: answers(answerEvidence),
  more: answers(moreOfStory),
  'more-stories': answers(moreStories),
  follow: { run: async (request) => ({ kind: 'answer', message: await follow(request) }) },
  'mute-story': { managesChannel: true, run: async (request) => ({ kind: 'answer', message: await mute(request) }) },
};

async function answerEvidence({ value, services, say }: ActionRequest): Promise<Message> {
  const reference = readReference(value);
  const found = reference && (await findEvidence(reference, services.archive));
  if (!found) throw new UserError(({ refusals }) => refusals.sentenceGone);
  const message = evidenceMessage([found], services.zone, say);
  return { ...message, blocks: [...message.blocks, ...reportButtons(value, say)] };
}

/** Subscribes the channel to one story or one actor, with the channel's time zone and language; whoever may not manage it, in their messages. */
async function follow(request: ActionRequest): Promise<Message> {
  const { value, services, say } = request;
  const subject = await subjectIn(value, services);
  const interest = subject.kind === 'story' ? `story:${subject.story.id}` : `actor:"${subject.actor.name}"`;
  const message = await subscribeInPlace({ interest }, request);
  if (subject.kind === 'actor') return message;
  return { ...message, blocks: [...message.blocks, context(say.service.followed(subject.story.title))] };
}

async function mute({ value, caller, services, say }: ActionRequest): Promise<Message> {
  const story = await findStory(numberIn(value), services.archive);
  await services.mutes.add(caller, story.id);
  const { done, note, undo } = say.service.mute;
  const summary = done(story.title);
  return {
    summary,
    blocks: [
      paragraph(summary),
      context(note),
      { kind: 'actions', items: [{ kind: 'button', label: undo, action: 'unmute-story', value: String(story.id) }] },
    ],
  };
}
