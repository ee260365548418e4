import type { Step } from '../lib/figure.ts';
import { actors } from './actors.ts';
import { answers } from './answers.ts';
import { busy } from './busy.ts';
import { extract } from './extract.ts';
import { fanOut } from './fan-out.ts';
import { group } from './group.ts';
import { instances } from './instances.ts';
import { memory } from './memory.ts';
import { poll } from './poll.ts';
import { start } from './start.ts';
import { summarize } from './summarize.ts';

/** In the order in which they run: what takes long comes late. */
export const steps: Readonly<Record<string, Step>> = {
  poll,
  extract,
  actors,
  group,
  summarize,
  start,
  'fan-out': fanOut,
  instances,
  busy,
  memory,
  answers,
};
