import { words } from '../../reading/words.ts';

/** Words that open a sentence with a capital and name nobody, folded. Written by us. */
export const commonOpeners: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`
    a about above according across additional additionally after afterwards again against ahead all almost along already also although always amid among an and another any anyone apart are around as aside at away back based be because become before behind being below beneath
    besides best better between beyond big both but by can come companies compared consider considering could current currently days de despite did do does doing down due during each early earlier eight either eleven elsewhere even eventually ever every everybody everyone everything
    except experts fellow few finally first five follow following for former formerly four from further furthermore general generally get given go good government great had half has have having he hence her here hers herself high him himself his historically home how however hundreds i if important in including
    indeed initially inside instead into is it its itself just last lastly late later least less let like likewise little local long look looking made mainly make man many march may maybe me meanwhile members men might million millions more moreover most mostly mr much music must my nearby nearly neither
    never nevertheless new next night nine no nobody none nonetheless nor not nothing now of off officials often ok on once one only open opponents or originally other others otherwise our out outside over overall own part parts past people perhaps please police politics polls possibly presently previous previously prices prior
    quite rather read really recent recently regarding relations right same save say saying scientists second see seen seven several shall she should similar similarly since six small so some somebody someone something sometimes soon sources special specifically state states still students studies subsequently such supporters
    supposedly surely take taken ten than thank thanks that the their them themselves then there thereafter therefore these they things third thirty this those though thousands three through throughout thus till time to today together told tomorrow tonight too top toward towards traditionally troops twelve twenty twice two
    typically ultimately under unfortunately unless unlike until up upon us used usually various very via was way we well were what whatever when whenever where whereas wherever whether which while who whoever whom whose why will with within without women work workers would year years yes yesterday yet you young your
    no. image photo video watch edited source copyright question questions answer none critics activists authorities analysts investigators lawmakers doctors protesters residents witnesses researchers economists voters leaders rescuers soldiers farmers teachers rescue media social climate human health nuclear foreign prime tens dozens
    founding based born inspired directed written produced set located built named called known created established founded released played along married raised educated trained starring featuring originally upon beginning starting using taking being hello dear sorry wow oh ah ha hey hi yeah speaking asked addressing referring responding reacting citing quoting`),
  de: words(`
    aber alle allein allem allen aller allerdings alles als also am an andere anderen anders andererseits anfang anschliessend auch auf aufgrund aus ausserdem ausser bei beide beiden beim bereits besonders bevor bis bisher da dabei dadurch dafur dagegen daher damals damit danach daneben dann daran darauf daraufhin daraus darin daruber
    darunter das dass davon davor dazu dem den denn dennoch der deren des deshalb dessen deswegen die dies diese diesem diesen dieser dieses doch dort drei du durch ebenfalls ebenso ein eine einem einen einer eines einige einigen einst endlich entlang er erst erste ersten erster erstmals es etwa etwas ferner fruher fruhere funf fur ganz gegen gegenuber
    gemeinsam gemeinsame gleichzeitig hat hatte hauptsachlich heute heutige hier hierbei hierzu hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in infolge innerhalb insbesondere insgesamt inzwischen ist ja je jede jedem jeden jeder jedes jedoch jener jetzt kein keine kaum kurz lange laut letzte letztendlich man manche mehr mehrere
    mein meist meistens mit mittlerweile nach nachdem nachfolger nachdem neben nicht nichts noch nun nur ob obwohl oder offiziell oft ohne schliesslich schon sechs sehr sein seine seinem seinen seiner seit seitdem seither selbst sich sie sind so sobald sogar solche somit sondern sonst soweit sowie sowohl spater statt teils trotz trotzdem uber uberdies
    um und unser unter ursprunglich viel viele vielen vier voller vom von vor vorher wahrend wann war waren warum was wegen weil weiter weitere weiteren weiterhin welche wenige wenn wer werden wie wieder wir wird wo wobei wohl wurde wurden ziemlich zu zudem zuerst zufolge zugleich zuletzt zum zunachst zur zurzeit zusammen zusatzlich zuvor zwar zwei zwischen neue neuen neuer neues`),
};

/** Days, months, holidays and the like: capitalised, never actors. Folded. */
export const calendarWords = words(`
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  christmas eve easter ramadan thanksgiving halloween hanukkah god jesus christ bible quran koran torah internet web earth moon sun mars i i'm i've i'll i'd
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz mai juni juli oktober dezember weihnachten ostern gott`);

/** Capitalised adjectives and peoples that no state's demonym covers, and isms. Folded. */
export const peopleWords = words(`
  european europeans african africans asian asians arab arabs arabic western westerners jew jews jewish muslim muslims islamic islamist islamists islam christian christians christianity catholic catholics protestant protestants orthodox hindu hindus hinduism buddhist buddhists buddhism sunni shiite shia sikh
  korean koreans kurdish kurd kurds latin latino latinos hispanic hispanics native aboriginal caucasian rohingya uyghur uyghurs uighur tibetan tibetans roma sinti basque catalan catalans bavarian flemish celtic slavic nordic scandinavian balkan mediterranean persian ottoman roman byzantine soviet soviets nazi nazis nazism
  communist communists marxist democratic republican conservative liberal greek-american mandarin cantonese hebrew english sanskrit hungarian-born texan californian londoner parisian berliner anglican lutheran methodist baptist mormon presbyterian calvinist zionist anti-semitic antisemitism
  democrat republican victorian edwardian georgian-era renaissance baroque gothic romanesque medieval covid coronavirus covid-19 ebola holocaust brexit olympics olympic bundesliga`);

/** Words that make a name an event's, a work's or a thing's. Folded. */
export const otherHeads = words(`
  war wars battle siege treaty agreement accord accords pact convention protocol act bill law amendment constitution declaration resolution charter cup championship championships league-cup trophy open prix tournament olympics games game prize award awards medal grammy emmy oscar oscars festival day days week month year night
  revolution uprising rebellion crisis massacre genocide famine plague era age period dynasty summit conference campaign operation expedition crusade election elections referendum album song single tour episode season series show trilogy symphony concerto sonata opera edition highway-code
  language theory theorem effect syndrome disease virus system method style bible gospel psalm calendar standard protocol engine class type model mark mk version pandemic project program programme plan deal code
  krieg schlacht frieden vertrag abkommen gesetz pokal meisterschaft meisterschaften weltmeisterschaft europameisterschaft preis spiele fest tag revolution aufstand reihe serie album film roman lied turnier liga cup`);

/** Before a title: "the film Metropolis". Folded. */
export const workNouns = words(`
  album albums song songs single singles film films movie movies novel novels book books play game games series show sitcom opera musical episode track tracks soundtrack ep lp poem magazine comic manga anime painting documentary hit hits ballad video
  lied lieder roman romane buch spiel serie album single stuck oper zeitschrift drama komodie gemalde horspiel`);

/** Nouns that say what the name beside them is. Folded. */
export const organizationNouns = words(`
  band group company firm corporation team club party organization organisation agency newspaper magazine network label broadcaster channel manufacturer airline bank university school college ngo think-tank thinktank militia militants startup start-up publisher studio chain rock-band supergroup trio quartet duo carmaker automaker retailer
  verein partei firma unternehmen konzern band gruppe klub club zeitung sender verlag universitat hersteller plattenlabel label mannschaft team ligist rivalen fluggesellschaft organisation gewerkschaft`);
export const placeNouns = words(`
  city town village province region district county river island islands peninsula capital suburb port area neighborhood neighbourhood state territory valley lake mountain municipality border coast enclave settlement airport prison
  stadt ort dorf gemeinde provinz region insel hauptstadt ortsteil stadtteil landkreis bezirk kreis fluss bundesstaat bundesland distrikt hafenstadt kleinstadt grossstadt ortschaft vorort kanton departement grafschaft berg see`);

/** Prepositions before a place, with what they weigh. */
export const placePrepositions: Readonly<Record<string, number>> = {
  in: 2,
  near: 2,
  at: 0.8,
  from: 1,
  to: 0.4,
  across: 2,
  throughout: 2,
  outside: 1.5,
  into: 0.8,
  around: 0.8,
  toward: 0.5,
  towards: 0.5,
  inside: 1,
  nach: 1.5,
  aus: 1.5,
  bei: 0.8,
  nahe: 2,
  en: 1,
  à: 1,
  em: 1,
};

/** Verbs of saying and of what people do, after a name. Folded. */
export const personVerbs = words(`
  said says told tells added adds explained explains wrote writes tweeted argued argues warned warns insisted insists admitted believes thinks recalled recalls noted notes asked asks replied denied claimed claims acknowledged
  married died resigned smiled testified grew studied graduated starred sang
  sagte sagt erklarte erklart betonte betont meinte meint fugte schrieb warnte forderte kritisierte starb heiratete studierte`);

export const nameParticles = words(
  `de del della der den di da das do dos du la le las los van von vom zu zum zur ten ter bin ibn bint ben al el abu y e af av`,
);
