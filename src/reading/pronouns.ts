import { words } from './words.ts';

/** Pronouns that can speak, English and German, folded. */
export const pronouns = words('he she they i we it er sie wir ich');
export const femalePronouns = words('she');
export const malePronouns = words('he er');
