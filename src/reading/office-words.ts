const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words for an office or title, folded; beside a name they claim that the person holds it. */
export const offices: ReadonlySet<string> = list(`
  president chancellor premier minister king queen pope prince princess emperor sultan emir governor mayor senator secretary ambassador envoy
  spokesman spokeswoman spokesperson chairman chairwoman chair chief director commissioner general admiral colonel judge prosecutor lawyer leader
  coach captain goalkeeper striker professor economist candidate lawmaker deputy vice head ceo founder champion champions titleholder bishop archbishop cardinal speaker commander owner
  praesident prasident prasidentin bundesprasident bundesprasidentin kanzler kanzlerin bundeskanzler bundeskanzlerin ministerprasident ministerprasidentin premierminister
  premierministerin regierungschef regierungschefin aussenminister aussenministerin innenminister innenministerin finanzminister finanzministerin verteidigungsminister
  verteidigungsministerin wirtschaftsminister wirtschaftsministerin justizminister justizministerin gesundheitsminister gesundheitsministerin umweltminister umweltministerin
  ministerin konig konigin papst furst gouverneur gouverneurin burgermeister burgermeisterin oberburgermeister oberburgermeisterin senatorin staatssekretar botschafter botschafterin
  sprecher sprecherin vorsitzender vorsitzende vorsitzenden chef chefin direktor direktorin leiter leiterin kommissar kommissarin richter richterin staatsanwalt staatsanwaltin
  anwalt anwaltin trainer trainerin kapitan torwart professorin okonom okonomin kandidat kandidatin abgeordnete abgeordneter weltmeister weltmeisterin europameister titelverteidiger titelverteidigerin bischof erzbischof kardinal fuhrer generalsekretar generalsekretarin
  oppositionsfuhrer oppositionsfuhrerin staatschef staatschefin parteichef parteichefin`);

/** Collective bodies, folded: agents and patients that can be swapped as well. */
export const groups: ReadonlySet<string> = list(`
  opposition government parliament police union unions employers army military rebels court company prosecutors strikers protesters miners
  regierung polizei gewerkschaft gewerkschaften arbeitgeber armee rebellen gericht konzern unternehmen staatsanwaltschaft demonstranten`);

/** Capitalized in English without being a name: parts of titles, days and months, which the dates check covers. */
export const commonCapitals: ReadonlySet<string> = list(`
  former i mr mrs ms dr sir prime foreign interior finance defense defence justice health environment economy attorney state
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli oktober dezember herr frau euro dollar prozent uhr`);

/** Markers of a former office, folded. */
export const former =
  /^(?:former|formerly|ex|then|previous|late|deposed|ousted|ehemalig\w*|fruher\w*|einstig\w*|vormalig\w*|damalig\w*|gesturzt\w*|abgesetzt\w*)$/;
/** Markers of a future office. */
export const future = /^(?:elect|designate|incoming|designated|gewahlt\w*|designiert\w*|kunftig\w*)$/;
