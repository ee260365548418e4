import { baseLanguage, termOf } from '../text/terms.ts';

/**
 * Common news words: they occur in reports on any event of a kind, so sharing them means little. They count as seen in a share of the
 * documents assumed before the first, until real frequencies outweigh that: a fresh archive does not link two earthquakes because both are
 * "strong earthquakes". Our own choice; not taken from any collection.
 */
const lists: Readonly<Record<string, string>> = {
  en: `accident accuse accused action activist administration agency agree agreement aid air aim airport ally amid announce announcement appeal army arrest
    arrested attack attacks authorities authority ban bank battle believe big bill billion blame block board boat body bomb border boss boy boost break budget
    build building business call campaign candidate capital capsize captain car case cause center central chairman challenge champion chance change charge charged chief
    child children china citizen city civil civilian claim clash climate close coach coalition coast collapse collapsed come comment commission committee
    company concern condemn conference confirm conflict control corruption cost could council country court crash crew crime criminal crisis critic criticism
    crowd custody cut damage damaged danger day dead deadly deal death debate decide decision defeat defend defense demand democracy deny deputy destroy
    destroyed detain detained develop die died diplomat disaster dispute district dozens driver drone drop early earthquake economic economy effort election
    emergency end energy environment era event evidence expect expected expert explain explosion export face fail fall family far farmer father fear festival
    fight fighter final find fine fire firm flight flood force forces foreign former fraud free freedom friend fuel fund future game gas general girl global
    goal good government governor great group growth guilty gunman half hand head health hear heavy help high hit hold home hope hospital host hostage hour
    house human hundreds hurt impact import increase independence industry inflation influence injure injured injury inquiry international interview invest
    investigate investigation investor island issue jail job join journalist judge jury justice keep key kill killed killing king lake land large last late launch
    law lawmaker lawyer lead leader leading league leak leave left level life limit line live local lose loss low magnitude main major majority man march market
    mass match mayor measure media medical meet meeting member message migrant mile military million minister ministry minor minute missile missing mission
    month morning mother move movement murder nation national nearly news night north northern nuclear number offer office officer official oil old opposition
    order organization overturn parliament part party pay peace people percent person plan plane plant play player plead police policy political politician poll
    port power premier president press price prime prison prisoner probe problem process program project prosecutor protest protester province public quake quarter
    question race raid rain raise rate reach record reform refugee region reject relation release remain report rescue rescuer resident resign resolution
    response rest result return rise risk river road rule ruling run safety sanction scandal school sea search season secretary security seek
    sell senator send senior sentence serious service set several severe sexual share ship shoot shooting shortage shot shut side sign sink site situation small
    social soldier son south southern spark spend spokesman spokesperson spokeswoman staff stand start state statement station step stock stop storm street
    strike strong student suffer suicide summit support supporter suspect suspected suspend system talk talks target tax team tell term terror terrorist
    test thousands threat threaten tie time top tournament town trade train travel treat treatment trial troops trouble try turn union university urge
    vehicle verdict veteran victim victory video village violence visit voice vote voter wage wait want war warn warning water wave week weekend west western
    win winner witness woman women work worker world wound wounded wreck year young youth
    christmas easter eve holiday anniversary ramadan eid hanukkah
    january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday`,
  de: `abgeordnete abkommen absturz aktien aktivist amt angaben angeklagte angriff anklage anschlag anwalt arbeit armee arzt attentat aufruf ausland ausschuss
    auto bahn ball bank bau beamte bedingungen behorde behorden bekannt bericht beschuss besuch bestechung betroffen bevolkerung bewohner bezirk boot brand bundesregierung
    burger burgermeister chef demonstration deutsch deutschland dorf drohne druck einigung einsatz ende energie entscheidung erdbeben erfolg ergebnis ermittler
    ermittlungen erneut europa europaisch ex explosion fahrer familie fall feuer feuerwehr festnahme festgenommen festival film finale firma flucht fluchtling flughafen flugzeug
    flut folge forderung frau frauen freitag frieden fruher fuhrer fussball fund gebiet gefahr gefangnis gegner geld gemeinde general gericht gesetz gesprach
    gesprache gestorben gesundheit getotet gewalt gewinn gipfel grenze gross gruppe hafen handel haus heftig helfer hilfe hochwasser hoffnung hohe hundert hunderte industrie
    inflation insel international jahr justiz kampf kandidat katastrophe kind kinder klima koalition konferenz konflikt kosten krankenhaus kreis krieg krise
    kritik kunde kuste land leben leiche leiter liga lage luft mann markt massnahme mensch menschen meter migrant mio milliarde milliarden million millionen minister ministerin
    ministerium mittwoch monat montag mord morgen mutter nacht neu nord norden oberst ol opfer opposition ort parlament partei person personen plan platz politik
    politiker polizei prasident prasidentin preis premier presse produktion projekt protest prozent prozess rakete rat recht reform regen regierung regierungschef region
    reise rettung rettungskrafte revision richter rucktritt samstag sanktionen schaden schiff schuld schule schuss schwer see sicherheit sicherheitskrafte sieg sohn soldat sonntag
    spiel spieler spitze sprecher sprecherin staat staatsanwalt staatsanwaltschaft stadt stark start stimme strafe strasse streik streit student sturm suche sud suden tag
    tausend tausende teil tod tote toten todesopfer tor trainer treffen truppen tunnel turnier umwelt unfall unglück unternehmen unterstutzung untersuchung urteil vater verbot verdacht
    verdachtige verein verfahren verhandlung verhandlungen verkehr verletzt verletzte verlust vermisst vertrag verurteilt video volk vorsitzende vorwurf vorwurfe wahl wahler wahlkampf warnung
    wasser weihnachten weihnacht ostern pfingsten silvester neujahr advent feiertag jahrestag welt wetter wirtschaft woche wochenende zahl zeit ziel zug zusammenarbeit
    januar februar marz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag`,
};

const sets = new Map<string, ReadonlySet<string>>();

/** The terms of common news words in a language; empty if we have no list. */
export function newsTerms(language: string): ReadonlySet<string> {
  const base = baseLanguage(language);
  let terms = sets.get(base);
  if (!terms) {
    terms = new Set((lists[base] ?? '').split(/\s+/).flatMap((word) => (word && termOf(word, base)) || []));
    sets.set(base, terms);
  }
  return terms;
}
