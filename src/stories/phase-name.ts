import type { StoryPhase } from './phase.ts';

const english: Readonly<Record<StoryPhase, string>> = {
  breaking: 'breaking',
  developing: 'developing',
  sustained: 'ongoing',
  fading: 'fading',
};
const german: Readonly<Record<StoryPhase, string>> = {
  breaking: 'eben erst bekannt',
  developing: 'in Bewegung',
  sustained: 'anhaltend',
  fading: 'abklingend',
};

/** A story's phase as a reader is told it; English where we have no words yet. */
export function phaseName(phase: StoryPhase, language: string): string {
  return (language.startsWith('de') ? german : english)[phase];
}
