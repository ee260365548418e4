import { baseLanguage } from '../../text/terms.ts';

/** Words of headlines that tell what changes the life of many, by base language. */
interface ImpactWords {
  /** Power changes hands, war and peace, disaster, death. */
  readonly grave: RegExp;
  /** Acts of state and of courts. */
  readonly official: RegExp;
}

const words = (pattern: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${pattern})(?![\p{L}])`, 'iu');

const impactWords: Readonly<Record<string, ImpactWords>> = {
  en: {
    grave: words(
      String.raw`resign(?:s|ed|ation)|step(?:s|ped)? down|ousts?|ousted (?:as|from|by|in)|coup|topple[sd]?|sworn in|takes? office|(?:re-?)?elected|(?:wins?|victory|claims?|loses?|defeat) (?:\p{L}+ ){0,4}(?:election|vote|majority|presidency)|election(?::| win| victory| result)|invasion|invades?|war begins|cease-?fire|truce|peace (?:deal|agreement|accord)|end (?:\p{L}+ ){0,3}war|state of emergency|emergency|declares? war|missiles?|airstrikes?|drones?|(?:launch\p{Ll}*|conducts?|fresh|new|renew\p{Ll}*|claims?) strikes?|strikes? (?:on|hit|kill)|attack(?:s|ed)?|offensive|shelling|bomb(?:s|ed|ing|ings)?|blast|explosion|shooting|stabbing|ramming|gunm[ae]n|hostages?|massacre|assassinat\p{Ll}+|kill(?! switch)(?:s|ed|ing)?|torch(?:es|ed)?|dead(?! (?:sea|end|heat|elephants?|whales?|birds?|fish|animals?))|deaths?|dies|died|murder(?:s|ed)?|earthquake|quake|hurricane|typhoon|cyclone|tsunami|floods?|flooding|wildfires?|landslides?|heat ?wave|evacuat\p{Ll}+|capsizes?|collid\p{Ll}+|collision|crash(?:es)?|outbreak|famine|fires? (?:\p{L}+ ){0,2}(?:chief|minister|general|head)`,
    ),
    official: words(
      String.raw`approves?|passes|adopts?|bans?|banned|outlaws?|vetoe?s?|votes? (?:to|for|against|on)|parliament|lawmakers|courts?|judge|ruling|rules|verdict|convict(?:s|ed)|sentenced?|jailed|acquit\p{Ll}*|charge[sd]|indict\p{Ll}*|arrest(?:s|ed)?|detain(?:s|ed)?|extradit\p{Ll}+|impeach\p{Ll}*|prosecutors?|sanctions?|tariffs?|embargo|treaty|deal|agrees?|agreement|rejects?|recogni[sz]es|expels?|withdraws?|reshuffle|quits|appoints?|nominates?|signs?|orders?|interest rates?|budget|summit|strikes?|protests?|blockades?|strait|liquidation|bankruptcy|insolvency|deport\p{Ll}*|refugees?|troops|reform|imposes?|talks|negotiat\p{Ll}+|mediators?|nuclear|new (?:pm|prime minister|president|chancellor|government)`,
    ),
  },
  de: {
    grave: words(
      String.raw`tritt zurück|rücktritt|zurückgetreten|gestürzt|putsch|vereidigt|gewählt|wahlsieg\p{Ll}*|gewinnt (?:\p{L}+ ){0,3}wahl\p{Ll}*|ausnahmezustand|notstand|krieg\p{Ll}*|waffenruhe|waffenstillstand|frieden\p{Ll}*|invasion|raketen\p{Ll}*|drohnen\p{Ll}*|luftangriff\p{Ll}*|angriff\p{Ll}*|anschl[aä]g\p{Ll}*|offensive|bomben?|explosion\p{Ll}*|schüsse|messerangriff|geisel\p{Ll}*|tote[nr]?|todesopfer|getötet|tötet|gestorben|stirbt|ermordet|mord|erdbeben|hochwasser|überschwemmung\p{Ll}*|flut\p{Ll}*|sturm|orkan|waldbr[aä]nd\p{Ll}*|hitzewelle|evakuier\p{Ll}*|unglück|abgestürzt|entlässt`,
    ),
    official: words(
      String.raw`beschließt|billigt|verabschiedet|verbietet|verbot|stimmt|bundestag|parlament|gericht\p{Ll}*|urteil\p{Ll}*|verurteilt|freigesprochen|anklage|angeklagt|festgenommen|verhaftet|haftbefehl|staatsanwalt\p{Ll}*|sanktionen|zölle|abkommen|einigung|einigen sich|lehnt|ausgewiesen|kabinett\p{Ll}*|ernennt|nominiert|unterzeichne\p{Ll}*|leitzins\p{Ll}*|haushalt\p{Ll}*|gipfel|streik\p{Ll}*|protest\p{Ll}*|insolvenz|abschieb\p{Ll}*|truppen|reform\p{Ll}*|verhandl\p{Ll}*|gespräche|verhängt`,
    ),
  },
};
const official = 0.6;
/** What comes before the news, or was the cause of it, counts half: "Final stage shortened due to wildfires". */
const circumstance: Readonly<Record<string, RegExp>> = {
  en: /\s(?:amid|due to|after|over|despite|ahead of|since|before|because of)\s/iu,
  de: /\s(?:nach|wegen|trotz|angesichts|vor)\s/iu,
};

/**
 * How far what a headline tells reaches, from 0 to 1: change of power, war, disaster and death most, then acts of state and of courts. By its
 * words, the news values that studies of newsrooms name (Harcup and O'Neill, "What is news? News values revisited (again)", 2017): bad news,
 * the power elite, magnitude.
 */
export function headlineImpact(headline: string, language: string): number {
  const base = baseLanguage(language);
  const [news = headline, ...rest] = headline.split(circumstance[base] ?? '\n');
  return Math.max(impactOf(news, base), impactOf(rest.join(' '), base) / 2);
}

function impactOf(text: string, base: string): number {
  const known = impactWords[base];
  if (known?.grave.test(text)) return 1;
  return known?.official.test(text) ? official : 0;
}
