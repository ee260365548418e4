import type { Catalog } from '../catalog.ts';
import { answer } from './answer.ts';
import { briefing } from './briefing.ts';
import { chat } from './chat.ts';
import { commands } from './commands.ts';
import { errors } from './errors.ts';
import { operator } from './operator.ts';
import { page } from './page.ts';
import { refusals } from './refusals.ts';
import { service } from './service.ts';
import { slack } from './slack.ts';
import { subscription } from './subscription.ts';
import { trouble } from './trouble.ts';
import { why } from './why.ts';

export const ar = {
  locale: 'ar',
  dir: 'rtl',
  colon: ': ',
  answer,
  briefing,
  chat,
  commands,
  errors,
  operator,
  page,
  refusals,
  service,
  slack,
  subscription,
  trouble,
  why,
} satisfies Catalog;
