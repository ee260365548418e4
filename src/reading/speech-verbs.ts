import { words } from './words.ts';

/** Verbs that give words to a speaker, in the forms news uses, folded. Written by us. */
export const speechVerbs = words(`
  said say says saying told tell tells telling added adds adding wrote write writes writing asked ask asks asking explained explains explaining argued argue argues arguing warned warn warns warning claimed claim claims claiming
  continued continues continuing concluded concludes insisted insist insists insisting noted note notes noting stated state states stating stressed stresses stressing suggested suggests suggesting declared declares declaring announced announces announcing
  replied replies replying responded responds responding tweeted tweets tweeting posted remarked remarks commented comments commenting recalled recalls recalling acknowledged acknowledges admitted admits conceded concedes observed observes
  called calls calling described describes describing dubbed deemed termed slammed criticized condemned praised denounced blasted hailed labeled labelled accused branded characterized
  emphasized emphasised emphasizes underlined reiterated repeated promised pledged vowed demanded urged predicted joked quipped complained lamented cautioned countered contended asserted alleged believes believed thinks thought feels read reads reported reports according
  confirmed denied shouted chanted cried yelled screamed whispered exclaimed muttered testified proclaimed opined mused boasted bragged fumed thundered answered answers hoped quoted cites cited pointed points mentioned expressed voiced summed summarized elaborated clarified interjected retorted
  sagte sagt sagten erklarte erklart betonte betont meinte meint fugte schrieb schreibt warnte warnt forderte fordert kritisierte kritisiert nannte nennt bezeichnete teilte hob fragte fragt antwortete berichtete berichtet verwies lobte erganzte erlauterte unterstrich raumte gestand behauptete bekraftigte versprach zitierte zufolge laut so`);

/** Verbs of the list that are ordinary words too: they count beside a quotation only. Folded. */
export const weakSpeechVerbs = words(
  'tweets state states read reads note notes comments remarks claim claims so laut reports posted called calls calling described describes thought feels points pointed report thinks believes',
);

/** Verbs that report a statement in the writer's own words. Folded. */
export const statementVerbs = words(`
  said says told tells added adds warned warns argued argues announced insisted insists stressed stresses claimed denied confirmed promised pledged vowed declared explained explains emphasized emphasised reiterated acknowledged admitted conceded urged demanded suggested
  sagte sagt erklarte betonte warnte forderte kritisierte kundigte versprach bekraftigte behauptete raumte`);
