import type { FakeDiscord } from '../../tests/fakes/fake-discord.ts';
import type { StoredChannel } from '../../tests/fakes/fake-discord-store.ts';
import type { FakeSlack } from '../../tests/fakes/fake-slack.ts';
import { type Shape, shapes } from './hostile-shapes.ts';

export interface Input {
  readonly name: string;
  send(): Promise<unknown>;
  /** A document is read once. */
  readonly once?: true;
}

/** The service's entrances. Of `desk`, and of Slack's CVICTIM, nobody may learn or change anything who attacks from `lobby` and C1. */
export interface Targets {
  readonly pageUrl: string;
  readonly slack: FakeSlack;
  readonly slackUrl: string;
  readonly discord: FakeDiscord;
  readonly desk: StoredChannel;
  readonly lobby: StoredChannel;
}

/** Of the inputs that shapes make, every fifth is sent; all with `--all`. */
const every = process.argv.includes('--all') ? 1 : 5;
export const ofShapes = (make: (shape: readonly [name: string, shape: Shape], number: number) => readonly Input[]) =>
  shapes.flatMap(make).filter((_, number) => number % every === 0);

/** Characters of a typed option, as the commands allow. */
export const limitOfValue = 400;
/** What the buttons of a subscription do. */
export const verbs = ['remove', 'pause', 'resume', 'edit', 'send', 'look-of', 'move', 'open', 'preview', 'outlook'];
/** What the buttons of an answer do. */
export const actions = [
  'who',
  'quotes',
  'story',
  'background',
  'search',
  'whos-who',
  'timeline',
  'evidence',
  'more',
  'more-stories',
  'follow',
  'mute-story',
  'unmute-story',
  'share',
];
