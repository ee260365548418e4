import type { lengthLimits } from '../../src/text/limits.ts';

/** A pattern that is not linear, and harmless because of what it reads. */
export interface BoundedPattern {
  /** How its source begins. */
  readonly begins: string;
  /** What it reads is no longer than this, which the code enforces where such texts are made; the check tries the worst text of this length. */
  readonly limit: keyof typeof lengthLimits;
}

/** Patterns that may cost more than time linear in what they read. Rewrite one rather than add one. */
export const boundedPatterns: readonly BoundedPattern[] = [
  // Sentences of articles, or parts of them. These readers are looked at anew with the reading of sentences.
  ...within('sentence', [
    String.raw`(?<![\p{L}\d])[\d.,]*\d(?![\p{L}\d])`,
    ' (?:of|for|von) .*$',
    String.raw`(?<![\p{L}\p{N}])['‘‚]([^'’‘]{3,}(?:['’][^'’`,
    String.raw`\s*(?:\.\.\.|…|\[[^\]]*\])\s*`,
    String.raw`^(\p{L}+?)und(\p{L}+zig|dreissig)$`,
    String.raw`\b(from|to|by|von|auf|um)\s*(?:\p{L}+ ){0,2}`,
    String.raw`\p{Lu}[\p{L}'’-]+(?:\s(?:(?:\p{Lu}\.|al-|bin`,
    String.raw`\b(?:death toll|toll)\b[^.;]*$|\b(?:bodies|d`,
    String.raw`\b(?:number of|zahl de[rs])\b([^.;]*)\b(?:to`,
    String.raw`^\s*(?:on|am|den)?\s+(?=\S)|[\s,]+$`,
    String.raw`\b(?:was|were|did|had|began|went|came|took|g`,
    String.raw`^\P{L}*\p{L}+[^\p{Lu}]*,\s(?:he|she|they)\s(`,
    String.raw`^(?!.*\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+.*, ).*, (?`,
    String.raw`\b(?<count>\d{1,3}|\p{L}+) (?<unit>hours?|da`,
    String.raw`((?:\p{Lu}[\p{L}'’-]+ ){0,3}\p{Lu}[\p{L}'’-]`,
  ]),
  // Questions, typed or read from a file of them.
  // Titles of pages.
  ...within('title', [String.raw`(?<!\s)\s+–\s+DW\s+–\s+[\d./]+$|(?<!\s)\s*\|`]),
  // Messages that somebody asks about.
  ...within('message', [String.raw`\[([^[\]]*)\]\(<?(https?:[^\s<>)]+)>?\)`]),
  // Options that people type, and reasons that older versions stored.
  ...within('value', [
    String.raw`^\s*(?:between|zwischen|entre)\s+(.+?)\s+(?:`,
    '\\s*(?:[-–—~〜]|(?<!quarter\\s+)\\bto\\b|\\buntil\\',
    String.raw`[,;&]|\band\b|\bund\b|\s+(?=\d{1,2}[:.h]\d{2`,
    String.raw`((?:(?<!\d\s*)\bam|\b(?:on|the|every|each|je`,
    String.raw`(\p{L}{2,})(?:\s*[-–]\s*|\s+(?:to|through|bi`,
    String.raw`(?:[\s,;+]*\b(?:and|with|plus|und)\b)?[\s,;+`,
    String.raw`^(\d{1,4})\s*(\D+)$`,
    String.raw`^[\p{P}\s]+|\s+$`,
    String.raw`^\x41\x20briefing\x20could\x20not\x20be\x20d`,
    String.raw`^\x74he\x20server\x20answered\x20with\x20sta`,
    String.raw`^\x44iscord\x20refused\x20to\x20(.+?)\x3a\x2`,
    String.raw`^(.+?)\x20\(needs\x20the\x20scope\x20(.+?)\)`,
  ]),
];

function within(limit: BoundedPattern['limit'], all: readonly string[]): readonly BoundedPattern[] {
  return all.map((begins) => ({ begins, limit }));
}
