import type { CommandContext } from '../src/chat/command.ts';
import type { Message } from '../src/chat/message.ts';
import { cutTo } from '../src/text/limits.ts';
import { brief } from './brief.ts';
import type { CommandServices } from './define-command.ts';
import { askBack, type Choice } from './line-steps.ts';
import { search } from './search.ts';
import { subscribeInPlace } from './subscribe-in-place.ts';

/** More words than these name nothing that comes up again. */
const mostWordsFollowed = 3;

/**
 * A refusal with what else may be done with its words: search them, read the news on their names, else on all of them, or be notified when there
 * is some. Following asks first where nothing of the last days has them, and is for whoever may not manage the channel in their messages.
 */
export function withFurtherSteps(refusal: Message, words: string, request: CommandContext<CommandServices>): Message {
  const names = words
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word))
    .join(' ');
  const interest = names === '' ? words : names;
  const { searchFor, briefingOn, followIt } = request.say.lines;
  const choices: Choice[] = [
    { label: searchFor(cutTo('label', words)), run: () => search.run({ words }, request) },
    { label: briefingOn(cutTo('label', interest)), run: () => brief.run({ interest }, request) },
  ];
  if (interest.split(/\s+/u).length <= mostWordsFollowed) {
    const phrase = /\s/u.test(interest) ? `"${interest.replaceAll('"', '')}"` : interest;
    const follow = () => subscribeInPlace({ interest: phrase, as: 'alerts' }, request);
    choices.push({ label: followIt(cutTo('label', interest)), run: follow });
  }
  return askBack(
    refusal,
    choices.map((choice) => ({ ...choice, managesChannel: false })),
    request,
  );
}
