import { findQuotedSpans } from '../../actors/quote-marks.ts';
import { isBoilerplate } from '../../articles/boilerplate.ts';
import { isFit, isSelfContained } from '../statements/sentence-fitness.ts';
import { isPersonal } from '../statements/sentence-voice.ts';
import type { GateCase, Objection } from './gate.ts';

/** What no news sentence says, but a model talking about its task does. */
const leaks: readonly RegExp[] = [
  /<\/?\w+>|```|\{"|"\}|\*\*|\[\d+\]|https?:|^[#{]|^[-*•]\s/u,
  /\b(?:as an ai|as a language model|language model|my (?:instructions|task|answer|summary)|the user|the prompt|system prompt|let me|let's|i cannot|i can't|i need to|i should|i will|i'll|we need to|we'll )\b|^(?:okay|sure|certainly|well)[,.!]/iu,
  /\b(?:the|this|these|provided|given|cited|above) (?:article|articles|text|texts|passage|sentence|sentences|source sentences?)\b (?:says?|states?|mentions?|reports?|describes?|does|do|is|are|above|below|discusses)/iu,
  /\b(?:sentence|sentences|index|indices) \d/iu,
  /\bhere(?: is|'s| are) (?:the|a|your|my)\b|\bin (?:summary|conclusion)\b|\bsummary:/iu,
  /\b(?:als ki|sprachmodell|meine (?:aufgabe|anweisungen|antwort)|der nutzer|hier ist (?:die|eine|deine)|zusammenfassend|zusammenfassung:|ich (?:kann|muss|soll|werde) )/iu,
  /\b(?:der|dieser|die|im) (?:artikel|text|vorliegenden?|satz|satze) (?:sagt|besagt|nennt|erwähnt|berichtet|beschreibt|zufolge)/iu,
  /^(?:thinking|reasoning|thought|step \d|note|output|answer|antwort|hinweis|assistant)\s*:/iu,
];

/** Text addressed to a model rather than a reader: such a sentence supports nothing. */
const instructions: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|all|your|these)\b.{0,30}\b(?:instructions?|prompts?|rules?|text)\b/iu,
  /\b(?:ignorier\w*|vergiss|vergesst|missachte)\b.{0,60}\b(?:anweisung\w*|vorgaben|regeln|befehle)\b/iu,
  /\b(?:system|developer) (?:prompt|message)\b|\bSYSTEM:|<\/?(?:system|instructions?|article)>/iu,
  /\b(?:you are|you're|act as|du bist|verhalte dich wie) (?:an?|now|a helpful|jetzt|ein)\b.{0,30}\b(?:ai|assistant|model|bot|chatbot|ki|assistent|modell)\b/iu,
  /\b(?:ai|language|large language) (?:models?|assistants?|systems?) (?:must|should|reading|that read|summari[sz]ing)\b|\b(?:KI|Sprachmodelle?)\b.{0,20}\b(?:müssen|sollen|muss|soll)\b.{0,30}\b(?:schreiben|antworten|zusammenfassen|melden)\b/iu,
  /\b(?:summari[sz]e this|when summari[sz]ing|in your (?:summary|answer|response)|write instead|reply with|respond (?:only )?with|schreibe stattdessen|antworte (?:nur )?mit)\b/iu,
];

/** A generated sentence may be shorter than one that is worth quoting. */
const fewestTerms = 2;

/** The statement must be a complete, self-contained news sentence on news sentences: no reasoning, no markup, no injected instruction. */
export function checkForm({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  const { text, language } = statement;
  for (const cited of evidence) {
    if (isBoilerplate(cited.text) || isInstruction(cited.text))
      return { reason: 'evidence', detail: 'cites what is no news' };
  }
  const ownWords = findQuotedSpans(text).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    text,
  );
  const leak = leaks.map((pattern) => pattern.exec(ownWords)?.[0]).find((found) => found !== undefined);
  if (leak !== undefined) return { reason: 'form', detail: `"${leak}" speaks of the task` };
  if (isInstruction(text)) return { reason: 'form', detail: 'gives an instruction' };
  if (isPersonal(text, language)) return { reason: 'form', detail: 'speaks for itself or to the reader' };
  if (!isFit(text, language, fewestTerms)) return { reason: 'form', detail: 'is no finished statement' };
  if (sameLanguage && !isSelfContained(text, language))
    return { reason: 'form', detail: 'leans on a sentence before it' };
  return undefined;
}

/** Whether a sentence is an instruction to a model. */
export function isInstruction(text: string): boolean {
  return instructions.some((pattern) => pattern.test(text));
}
