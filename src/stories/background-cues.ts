import { baseLanguage } from '../text/terms.ts';

/** Words with which a report turns from its news to background. Our own choice. */
const turnsBack: Readonly<Record<string, RegExp>> = {
  en: /\b(?:had (?:been|already|previously|also)|previously|initially|has (?:repeatedly|long|also been|been)|have been|last (?:week|month|year|\w+day)|earlier|in (?:19|20)\d\d|following|amid|since)\b/i,
  de: /\b(?:hatten? \w+ (?:bereits|schon|zuvor)|zuvor|zunächst|bereits|seither|seitdem|seit|(?:vergangene|vorige|letzte)[nrs]? (?:Woche|Monat|Jahr|\w+tag)|(?:im Jahr|im Sommer|im Herbst|im Winter|im Frühjahr) (?:19|20)\d\d|nachdem|angesichts)\b/i,
};

/** Expressions for times before the report's day: news of the day uses its weekday. Our own choice. */
const earlierTimes: Readonly<Record<string, RegExp>> = {
  en: /\b(?:that followed|at the time|earlier this (?:week|month|year)|last (?:week|month|year|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?:days|weeks|months|years) ago)\b/i,
  de: /\b(?:(?:vergangene|vorige|letzte)[nrsm]? (?:Woche|Monat|Jahr|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)|Anfang (?:der Woche|des Monats|des Jahres)|vor (?:\p{L}+ )?(?:Tagen|Wochen|Monaten|Jahren)|damals|in den (?:Tagen|Wochen) (?:danach|darauf))(?!\p{L})/iu,
};

/** Openings that refer to the event as known: "The decision set off ...". Our own choice. */
const opensWithEvent: Readonly<Record<string, RegExp>> = {
  en: /^(?:The|This) (?:[\w'’-]+ ){0,3}?(?:accident|agreement|announcement|appeal|attack|bill|campaign|case|comments|controversy|crash|deal|debate|decision|development|disaster|earthquake|election|explosion|fire|flood|incident|law|move|murder|protests?|quake|row|ruling|scandal|shooting|storm|strike|summit|talks|trial|verdict|vote)(?:['’]s)? /,
  de: /^(?:Der|Die|Das|Dieser?|Dieses) (?:[\p{L}-]+ ){0,2}?(?:Abkommen|Abstimmung|Anschlag|Ankündigung|Angriff|Brand|Debatte|Einigung|Entscheidung|Erdbeben|Explosion|Fall|Gesetz|Gipfel|Katastrophe|Prozess|Proteste?|Schritt|Skandal|Streik|Streit|Sturm|Überschwemmung|Unfall|Unglück|Urteil|Verhandlungen|Vorfall|Wahl) /u,
};

/** Cues that a sentence is background; none for a language without lists. */
export interface BackgroundCues {
  readonly looksBack: boolean;
  readonly namesEarlierTime: boolean;
  readonly opensWithEvent: boolean;
}

/** Finds the cues from the words alone, whatever was delivered. */
export function backgroundCues(text: string, language: string): BackgroundCues {
  const base = baseLanguage(language);
  return {
    looksBack: turnsBack[base]?.test(text) ?? false,
    namesEarlierTime: earlierTimes[base]?.test(text) ?? false,
    opensWithEvent: opensWithEvent[base]?.test(text) ?? false,
  };
}
