import type { SampleLanguage } from '../../src/cli/demo/sample-edition/sample-article.ts';

/** What the invented news is made of. In a pattern `{thing}` and the like stand for the event's own words. */
export interface NewsWords {
  readonly things: readonly string[];
  readonly roles: readonly string[];
  readonly bodies: readonly string[];
  readonly seasons: readonly string[];
  readonly headlines: readonly string[];
  readonly leads: readonly string[];
  readonly paragraphs: readonly string[];
  readonly topics: readonly string[];
}

export const newsWords: Readonly<Record<SampleLanguage, NewsWords>> = {
  en: {
    things: list(
      'tram bridge,reservoir,night market,lighthouse,cable car,school meals,ferry timetable,opera roof,wheat harvest,clock tower,grain silo,public bath,beekeepers,water meter,airfield,glass factory,cycle path,museum ship,fish market,mountain railway,orchard,town archive,dike,botanical garden,fire station',
    ),
    roles: list('Mayor,Governor,Transport Minister,Chief Engineer,Head Teacher,Harbor Master,Judge,Union Leader'),
    bodies: list('city council,regional court,harbor authority,farmers union,auditors,water board,students council'),
    seasons: list('the first snow,Easter,the summer break,the regatta,the end of the month,the next election'),
    headlines: [
      '{place} argues over its {thing}',
      '{thing} in {place}: {count} people wait for an answer',
      '{person} wants to save the {thing} of {place}',
      'What the {thing} costs {place}',
      '{place}: {count} protest against plans for the {thing}',
    ],
    leads: [
      'In {place} the {thing} has become the talk of the town, and {count} people have signed a petition.',
      'The {body} of {place} meets on Friday to decide about the {thing}. {count} residents are affected.',
      '{role} {person} has promised to look into the {thing} in {place} before {season}.',
    ],
    paragraphs: [
      '"We will put the {thing} in order before {season}," {role} {person} told reporters in {place} on Monday.',
      'According to the {body}, about {count} people in {place} depend on the {thing} every day.',
      'Repairs of the {thing} would cost {money} million euros, the {body} said in a report of {pages} pages.',
      '{second}, who speaks for the residents of {place}, called the plan for the {thing} a bad joke.',
      '"Nobody has asked us about the {thing}," {second} said. "We read about it in the newspaper, as everybody did."',
      'The {body} had closed the {thing} in {year} after {hurt} people were hurt in an accident.',
      'Last week {role} {person} met the {body} to talk about money. The meeting ended without a decision on the {thing} of {place}.',
      'In the neighboring district of {other}, a {thing} of the same kind was given up {years} years ago.',
      'An expert of the university of {other} examined the {thing} and found {cracks} cracks, three of them deep.',
      'The people of {place} remember that the {thing} was once the pride of the whole region around {other}.',
      '{person} was elected {years} years ago with {percent} percent of the vote. The {thing} was not an issue then.',
      'The {body} wants to vote on the {thing} before {season}, and expects the result to be close.',
    ],
    topics: list('Politics,Business,Society,Culture,Science,Sports,Nature,Travel,History,Law,Media,Health,Education'),
  },
  de: {
    things: list(
      'Brücke,Talsperre,Markthalle,Seilbahn,Schulküche,Sternwarte,Bahnlinie,Mühle,Bibliothek,Werft,Glashütte,Fähre,Streuobstwiese,Badeanstalt,Feuerwache,Kläranlage,Reithalle,Druckerei,Gärtnerei,Hafenmauer,Ziegelei,Turnhalle',
    ),
    roles: list('Bürgermeisterin,Landrat,Verkehrsministerin,Schulleiter,Hafenmeister,Richterin,Ingenieur'),
    bodies: list('Stadtrat,Landgericht,Hafenbehörde,Bauernverband,Rechnungshof,Wasserverband,Elternbeirat'),
    seasons: list('dem ersten Schnee,Ostern,den Sommerferien,der Regatta,dem Monatsende,der nächsten Wahl'),
    headlines: [
      '{place} streitet um die {thing}',
      '{thing} in {place}: {count} Menschen warten auf eine Antwort',
      '{person} will die {thing} von {place} retten',
      'Was die {thing} {place} kostet',
      '{place}: {count} demonstrieren gegen Pläne für die {thing}',
    ],
    leads: [
      'In {place} ist die {thing} zum Stadtgespräch geworden, {count} Menschen haben eine Petition unterschrieben.',
      'In {place} entscheidet am Freitag der {body} über die {thing}. {count} Anwohner sind betroffen.',
      '{role} {person} hat versprochen, sich vor {season} um die {thing} in {place} zu kümmern.',
    ],
    paragraphs: [
      '"Wir bringen die {thing} vor {season} in Ordnung", sagte {role} {person} am Montag in {place} vor Journalisten.',
      'Nach Angaben der Verwaltung sind in {place} täglich etwa {count} Menschen auf die {thing} angewiesen.',
      'Eine Reparatur der {thing} würde {money} Millionen Euro kosten, heißt es in einem Bericht von {pages} Seiten.',
      '{second}, Sprecherin der Anwohner von {place}, nannte den Plan für die {thing} einen schlechten Scherz.',
      '"Niemand hat uns nach der {thing} gefragt", sagte {second}. "Wir haben es aus der Zeitung erfahren."',
      'Die {thing} wurde {year} geschlossen, nachdem bei einem Unfall {hurt} Menschen verletzt worden waren.',
      'In der vergangenen Woche sprach {role} {person} mit Fachleuten über Geld. Das Treffen blieb ohne Ergebnis für die {thing} von {place}.',
      'Im Nachbarort {other} wurde eine {thing} dieser Art vor {years} Jahren aufgegeben.',
      'Fachleute der Universität {other} haben die {thing} untersucht und {cracks} Risse gefunden, drei davon tief.',
      'In {place} erinnert man sich, dass die {thing} einst der Stolz der ganzen Gegend um {other} war.',
      '{person} wurde vor {years} Jahren mit {percent} Prozent gewählt. Von der {thing} war damals keine Rede.',
      'Noch vor {season} soll über die {thing} abgestimmt werden. Erwartet wird ein knappes Ergebnis.',
    ],
    topics: list('Politik,Wirtschaft,Gesellschaft,Kultur,Wissen,Sport,Natur,Reise,Geschichte,Recht,Medien,Gesundheit'),
  },
};

/** Syllables of places and persons that do not exist. */
export const syllables = {
  starts: list('Ba,Bre,Do,Fa,Gel,Har,Ja,Ka,Kor,Lo,Lu,Ma,Mer,Ne,No,Or,Pa,Pel,Ra,Ro,Sa,Sten,Ta,Tor,U,Va,Vel,Wen,Yo,Zar'),
  middles: list('ba,de,fe,gri,la,lo,mi,na,ne,ra,ri,so,ta,ve,vo,za'),
  placeEnds: list('burn,dal,field,hafen,holm,mar,mouth,nik,stad,ton,vik,wick'),
  personEnds: list('beck,dini,er,esku,ing,kova,man,nen,oglu,sen,ski,wald'),
  firstNames: list(
    'Ada,Bruno,Clara,David,Edda,Felix,Greta,Hugo,Ines,Jonas,Karla,Leon,Mira,Nils,Olga,Paul,Rosa,Simon,Tilda,Viktor',
  ),
} as const;

function list(words: string): readonly string[] {
  return words.split(',');
}
