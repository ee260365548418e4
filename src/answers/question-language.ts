/** Detects German by question words and articles; everything else is treated as English. */
export function questionLanguage(text: string): 'en' | 'de' {
  if (english.test(text)) return 'en';
  const german = text.match(
    /(?<![\p{L}])(?:wer|wie|wann|wo|warum|weshalb|welche[mnrs]?|der|die|das|den|dem|des|ist|hat|und|zwischen|nach|bei|im|ein|eine[mnrs]?|viele?|wurde|wird)(?![\p{L}])|^was\b|(?<![\p{L}])\p{Ll}*[äöüß]\p{Ll}*(?![\p{L}])/giu,
  );
  const inEnglish = text.match(
    /\b(?:who|how|what|when|where|why|which|the|is|was|did|does|and|of|in|to|for|are|were|will|has|old|many|much|said)\b/giu,
  );
  return (german?.length ?? 0) > (inEnglish?.length ?? 0) ? 'de' : 'en';
}

/** An opening that no German question has, whatever title it asks about. */
const english =
  /^(?:who|whom|whose|what|which|when|where|why|how|did|does|do|is|are|were|has|have|can) (?!\p{L}*[äöüß])\p{Ll}/iu;
