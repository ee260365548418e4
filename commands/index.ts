import type { Command } from '../src/chat/command.ts';
import { ask } from './ask.ts';
import { background } from './background.ts';
import { brief } from './brief.ts';
import { catchup } from './catchup.ts';
import type { CommandServices } from './define-command.ts';
import { createHelp } from './help.ts';
import { move } from './move.ts';
import { overview } from './overview.ts';
import { preview } from './preview.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { status } from './status.ts';
import { story } from './story.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { topics } from './topics.ts';
import { who } from './who.ts';
import { why } from './why.ts';

const withoutHelp = [
  brief,
  catchup,
  who,
  background,
  story,
  ask,
  search,
  preview,
  subscribe,
  subscriptions,
  move,
  overview,
  settings,
  topics,
  why,
  status,
];

/** Every slash command, in the order help lists them. */
export const commands: readonly Command<CommandServices>[] = [...withoutHelp, createHelp(withoutHelp)];
