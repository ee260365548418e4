import type { types } from '@slack/bolt';
import type { Choice } from '../message.ts';
import type { HomePlace } from './home.ts';
import { limits } from './limits.ts';
import type { ViewPayload } from './payloads.ts';
import { renderChoice } from './render-actions.ts';
import type { FormMetadata } from './render-form.ts';

/** The answers of a modal by field; what was left empty is left out. */
export function readAnswers({ view }: Pick<ViewPayload, 'view'>): Readonly<Record<string, string>> {
  const answers = Object.entries(view.state?.values ?? {}).flatMap(([field, elements]) => {
    const [element] = Object.values(elements);
    const value = element?.value ?? element?.selected_option?.value ?? element?.selected_conversation;
    return value ? [[field, value] as const] : [];
  });
  return Object.fromEntries(answers);
}

/** What we put into a view; empty for one that is of an older version, or not ours. */
export function readMetadata(text: string): FormMetadata {
  try {
    const { channelId, reference, home } = JSON.parse(text) as Record<string, unknown>;
    return {
      ...(typeof channelId === 'string' && { channelId }),
      ...(typeof reference === 'string' && { reference }),
      ...(typeof home === 'string' && { home }),
    };
  } catch {
    return {};
  }
}

/** What `readMetadata` reads. */
export function writeMetadata(metadata: FormMetadata): string {
  return JSON.stringify(metadata);
}

/** What a home tab shows; of one that is of an older version, or not there yet, the person's own conversation. */
export function placeInHome(metadata: string | undefined, fallback: string): HomePlace {
  const { channelId, home: own = channelId ?? fallback } = readMetadata(metadata ?? '');
  return channelId === own ? { own } : { own, shown: channelId };
}

/** Suggestions for an external select. It takes only what it lists, so what was typed is listed too. */
export function renderSuggestions(typed: string, found: readonly Choice[]): types.PlainTextOption[] {
  const own = typed.trim();
  const isKnown = found.some(({ label, value }) =>
    [label, value].some((each) => each.toLowerCase() === own.toLowerCase()),
  );
  const all = own === '' || isKnown ? found : [{ label: own, value: own }, ...found];
  return all.flatMap(renderChoice).slice(0, limits.select.options);
}
