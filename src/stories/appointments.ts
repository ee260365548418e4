import { baseLanguage, fold } from '../text/terms.ts';

/** An appointment stated in a sentence. */
export interface Appointment {
  readonly office: string;
  /** The last word of the name, folded. */
  readonly person: string;
}

const name = String.raw`((?:\p{Lu}[\p{L}'’-]+ ){0,3}\p{Lu}[\p{L}'’-]+)`;
const office = String.raw`((?:deputy |vice |party )?(?:president|chairman|chairwoman|chief executive|CEO|prime minister|chancellor|(?:head |national )?coach|captain|director|leader|speaker|secretary[- ]general|(?:foreign|defen[cs]e|interior|finance|justice|health) minister))\b`;
const attribute = `(?:(?:an?|the|its|their|his|her|new|next|interim|acting|caretaker|permanent) ){0,3}`;

/** "named Ilse Kade as interim CEO", "Holm would return as CEO", "Holm becomes prime minister". */
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:named|appointed|elected|picked|chose|hired|tapped|names|appoints|elects|picks|hires) ${name} (?:as |to be )?${attribute}${office}`,
    'gu',
  ),
  new RegExp(
    `${name} (?:(?:would|will|is to|is set to|has been|was|were|had been) )?(?:return|returns|returned|take over|takes over|took over|named|appointed|elected|chosen|sworn in|back|become|becomes|became|reinstated) (?:as )?${attribute}${office}`,
    'gu',
  ),
];

/** The appointments of a sentence. English only, as far as we have patterns. */
export function appointmentsIn(text: string, language: string): readonly Appointment[] {
  if (baseLanguage(language) !== 'en') return [];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, person = '', held = '']) => ({
      office: fold(held),
      person: fold(person.split(' ').at(-1) ?? ''),
    })),
  );
}
