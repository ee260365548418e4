import { fold } from '../text/terms.ts';

/**
 * Synonyms in news, a group a line, each by the beginning of its forms ("-" after a whole word). Our own, and short on purpose: a word that
 * implies more than another ("murdered" for "killed", "slammed" for "criticized") is not its synonym.
 */
const lists: Readonly<Record<string, string>> = {
  en: `
inquir investigat probe
withdr pull recall
expect forecast anticipat
die- died- dead- death- deaths- killed-
injur wound hurt-
start- starts- started- starting- begin began- begun-
end- ends- ended- ending- finish conclud
carmaker automaker
percent- per- cent-
quit- quits- resign step-
buy- buys- buying- bought- purchas acquir
show- shows- showed- shown- find- finds- found- reveal detect
nearly- almost-
agree agreement- deal- accord-
talk- talks- negotiat
choose- chose- chosen- pick- picked- select
child- children- kid- kids-
lawmaker parliamentarian mp- mps-
demonstrat protest march- marched- marches- rall
get- gets- got- receiv obtain
hold- holds- held- host- hosts- hosted-
ask- asks- asked- call- called- calls- urg appeal
vot ballot
reject- rejected- rejects- refus
accus suspect alleg
cut- cuts- cutting- reduc lower
rise- rises- rose- risen- rising- increas hike- hikes- hiked- climb grow- grows- grew- grown-
fall- falls- fell- fallen- falling- drop- drops- dropped- declin decreas
jail prison imprison
strike- strikes- struck- hit- hits- walkout
close- closes- closed- shut- shuts- closure
use- uses- used- using- deploy
help- helps- helped- aid- assist
firm- firms- compan corporat
doctor physician
plan- plans- planned- intend inten want- wants- aim- aims- hope- hopes-
stop- stops- stopped- halt suspend
power- electricity-
soldier troop
win- wins- won- winning- rack- racked- clinch
gunman- gunmen- shooter attacker assailant perpetrator
allow- allows- allowed- permit
build- builds- built- construct
send- sends- sent- dispatch
flee- flees- fled- escap
illness- disease- diseases-`,
  de: `
untersuch ermittl
erwart rechne
verletz verwund
getotet- starb- starben- gestorben- tote- toter- todesopfer- umgekomm ums- leben-
beginn begann- begonn start anfang
beend end- endet- endete- enden- beileg
konzern unternehmen- firma-
vereinb einig abkommen- abgemacht-
verhand gesprach
demonstr protest kundgeb
zuruckgetreten- rucktritt- trat- zurucktr
festgenommen- festnahm nahm- nimmt- verhaft
gefangnis haft- haftstraf
erhalt erhielt- bekam- bekomm
stieg- steig gestiegen- zunahm nahm- zugenommen- erhoh wuchs- wachs
sank- sink gesunken- fiel- fall gefallen- ruckgang- zuruckgeg
kauf erwerb erworb ubernimmt- ubernomm ubernehm ubernahm-
bericht meld
kritisier kritik
gewann- gewinn gewonn sieg- siegt- siegte-
verlor verlier
land- staat-
schliess schloss- geschloss
bau- baut- baute- bauen- gebaut- erricht
forder verlang
plan- plant- plante- planen- geplant- will- wollen- beabsicht
wirft- warf- warfen- vorgeworfen- vorwerf vorwurf
weist- wies- zuruckgewies zuruckweis
auto- fahrzeug wagen-
arzt- arzte- arzten- medizin
strom- elektriz
fluchtet fluchtl floh- geflohen-
kundig ankund angekund
nannte- nennt- genannt- bezeich
hilf- hilfe- helf unterstutz
kind- kinder- kindern-`,
};

interface Group {
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}

const groups: Readonly<Record<string, readonly Group[]>> = Object.fromEntries(
  Object.entries(lists).map(([language, list]) => [language, list.trim().split('\n').map(toGroup)]),
);

function toGroup(line: string): Group {
  const words = line.split(' ');
  return {
    whole: new Set(words.filter((word) => word.endsWith('-')).map((word) => word.slice(0, -1))),
    beginnings: words.filter((word) => !word.endsWith('-')),
  };
}

/** The numbers of the groups that a word stands in. */
export function synonymGroups(word: string, language: string): readonly number[] {
  const key = fold(word);
  return (groups[language] ?? []).flatMap(({ whole, beginnings }, at) =>
    whole.has(key) || beginnings.some((beginning) => key.startsWith(beginning)) ? [at] : [],
  );
}
