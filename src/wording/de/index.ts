import type { Catalog } from '../catalog.ts';
import { answer } from './answer.ts';
import { briefing } from './briefing.ts';
import { page } from './page.ts';
import { slack } from './slack.ts';

export const de = { locale: 'de-DE', dir: 'ltr', briefing, answer, page, slack } satisfies Catalog;
