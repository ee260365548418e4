const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words a statement may add to its sources without claiming anything, folded: reporting verbs, and generic nouns. */
export const light: ReadonlySet<string> = list(`
  say says said saying told tell tells according reported reports report announced announce announces announcement statement stated added
  people person persons man men woman women someone those called named known including include includes among about around some nearly
  old year years day days age aged rate level also meanwhile recent recently new news following amid total country state city town area region site place group part
  take takes took taken place took set carry carried make made suffered suffers later earlier currently currently officials official authorities
  minister ministry government president leader spokesman spokeswoman spokesperson during being having there case cases hundred thousand million billion hundert tausend million millionen milliarde milliarden
  sagte sagt sagten teilte teilten mitgeteilt mitteilte mitteilten mitteilt erklarte erklart hiess hiesse heisst angaben laut zufolge berichtete berichtet gab gibt gegeben
  mensch menschen person personen mann manner frau frauen jahr jahre jahren tag tage alt alte alter rund etwa neue neuen neuer neues land stadt ort gebiet region staat
  gruppe teil fall falle statt stattgefunden handelt handelte betrifft derzeit zurzeit unterdessen behorden behorde regierung prasident prasidentin
  minister ministerin ministerium sprecher sprecherin nachricht genannt sogenannte darunter dabei insgesamt nachsten worden geworden wolle wollen will mogen`);

/** Small words that do make a claim, a group a line: each must be in a source. Folded. */
export const claiming: readonly ReadonlySet<string>[] = [
  'only just solely alone merely nur lediglich ausschliesslich allein bloss einzige einziger einzigen',
  'again another more further once wieder erneut abermals nochmals weitere weiteren weiterer mehr zusatzlich zusatzliche',
  'already bereits schon langst',
  'still continues remain remains noch weiterhin',
  'always ever immer stets jemals',
  'all every entire whole each everyone everybody alle allen aller samtliche samtlichen jede jeder jedes jeden gesamte gesamten ganze ganzen',
  'most majority mostly meisten mehrheit grossteil uberwiegend',
  'many several numerous various viele vielen zahlreiche zahlreichen mehrere mehreren etliche',
  'few wenige wenigen kaum',
  'first erste ersten erstmals erster erstes zunachst',
  'even sogar',
  'among amongst unter',
  'against gegen over',
  'despite trotz although though obwohl',
  'without ohne no not kein keine nicht',
].map(list);

/** With an article these refer to somebody named in the sentence before, like a pronoun. Folded. */
export const generic: ReadonlySet<string> = list(`
  company firm group corporation club team party union city country nation state government court bank ministry agency organization organisation university
  vessel ship plane aircraft train man woman politician suspect singer actor author player player coach
  unternehmen konzern firma gruppe verein klub mannschaft team partei gewerkschaft stadt land staat regierung gericht bank ministerium behorde organisation
  universitat schiff flugzeug zug mann frau politiker politikerin schauspieler schauspielerin autor autorin spieler spielerin trainer trainerin`);

/** What these modify is not real, or not yet. Folded. */
export const hypothetical =
  /^(?:risks?|dangers?|fears?|feared|threat\w*|possib\w*|plan(?:s|ned)?|propos\w*|request\w*|demand\w*|hopes?|chances?|warn\w*|prevent\w*|avoid\w*|against|gefahr\w*|risik\w*|droh\w*|angst|befurcht\w*|plane?n?|geplant\w*|vorschl\w*|forder\w*|warn\w*|verhinder\w*|vermeid\w*|gegen)$/;
