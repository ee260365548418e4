import { eventually } from '../../fakes/eventually.ts';
import type { FakeMessage, FakeSlack } from '../../fakes/fake-slack.ts';

/**
 * Waits for the first message that begins an answer. A long answer goes on in further messages, "2/3 ...": one of
 * those may still come, on a busy machine, when the next command has been typed already.
 */
export function firstSaid(slack: FakeSlack): Promise<FakeMessage> {
  const findFirst = () => {
    const first = slack.messages.find(({ text }) => !/^\d+\/\d+ /u.test(text));
    if (!first) throw new Error('Nothing was said');
    return first;
  };
  return eventually(findFirst);
}
