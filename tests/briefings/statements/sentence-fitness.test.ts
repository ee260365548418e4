import { describe, expect, test } from 'vitest';
import { isFit, isSelfContained } from '../../../src/briefings/statements/sentence-fitness.ts';

const needsContext: readonly (readonly [language: string, text: string])[] = [
  ['en', 'He opened the bridge on Monday.'],
  ['en', 'Their ship had left Varn at dawn.'],
  ['en', 'But the council refused.'],
  ['en', 'Meanwhile, rain kept falling on Tolmark.'],
  ['en', 'It was the third vote this year.'],
  ['en', 'This angered the miners of Dornholt.'],
  ['en', 'The two met in Lanzberg.'],
  ['en', 'In Geneva, she met the envoy of Oland.'],
  ['en', 'For example, Brevia pays for half of the ferries.'],
  ['en', '"It was loud," he said on Monday.'],
  ['en', '"They left us," said the miner.'],
  ['en', 'The mayor, meanwhile, stayed in Estby.'],
  ['en', 'Falkner, for her part, thanked the crew.'],
  ['en', 'Even the mayor of Estby stayed away.'],
  ['en', 'Talks would go on, he said.'],
  ['en', 'The former said that the ferry would sail.'],
  ['de', 'Brevia sei bei Fähren schon jetzt stark.'],
  ['de', 'Das Land setze die Gespräche mit Brevia fort.'],
  ['de', 'Fähren müssten billiger werden, sagte er.'],
  ['de', 'Auf den Posten wurde er im August berufen.'],
  ['de', 'Er eröffnete die Brücke am Montag.'],
  ['de', 'Doch der Rat lehnte ab.'],
  ['de', 'Dabei wurden drei Menschen verletzt.'],
  ['de', 'Das ist der dritte Versuch in diesem Jahr.'],
  ['de', 'Die beiden trafen sich in Lanzberg.'],
  ['de', 'Am Freitag sagte er die Reise nach Varn ab.'],
  ['de', '„Wir bleiben in Estby“, sagte sie.'],
  ['de', 'Die Regierung hingegen schweigt zu den Plänen.'],
  ['en', 'In the same year, the army built a base on the island.'],
  ['en', 'Most are housed in camps near Estby.'],
  ['en', 'Yes, says Tom Becker, the ferry still runs.'],
  ['de', 'Nein, sagt Tom Becker, die Fähre fährt nicht mehr.'],
  ['en', 'All this is told in a film by Ana Ruiz.'],
  ['en', 'In the last years of World War II it brought laborers to the mines.'],
  ['en', 'In fact, the ferry of Estby has never been late.'],
  ['en', 'Premier Ilse Falkner, in particular, has been the target of fakes.'],
  ['en', 'Take the ferry of Estby — just one example among many.'],
  ['en', 'The plan was to open the bridge of Varn in May.'],
  ['en', 'The prisoner in question comes from Dornholt.'],
  ['en', 'Many fellow miners had brought blankets to Dornholt.'],
  ['en', 'The 22-year-old is one of five miners from Dornholt.'],
  ['en', 'The 33-year-old Olander arrived in Varn in May.'],
  ['en', '1,000 kilometers (620 miles) to the northeast, in Varn, talks on the ferry are in the last phase.'],
  ['en', 'Then the mayor of Estby resigned.'],
  ['en', 'The reason: in the capital Varn nobody voted.'],
  ['en', 'Roads and bridges in Oland, he said, would have to be built anew.'],
  ['de', 'Tatsächlich fährt die Fähre von Estby nie.'],
  ['de', 'Die 33-Jährige kam im Mai nach Varn.'],
  ['de', 'Im selben Jahr baute die Armee einen Stützpunkt.'],
  ['de', 'Die meisten sind in Lagern bei Estby untergebracht.'],
];

const complete: readonly (readonly [language: string, text: string])[] = [
  ['en', 'Herat lies in the west.'],
  ['en', 'Premier Ilse Falkner said that she would resign.'],
  ['en', 'In Rome, Ana Ruiz said that it would hold.'],
  ['en', 'The council of Brenwick refused.'],
  ['en', 'Two miners were rescued in Dornholt.'],
  ['en', '"We will stay," said the mayor of Estby.'],
  ['en', 'Andorra votes on Sunday.'],
  ['en', 'The former head of Tolmark Bank resigned on Monday.'],
  ['en', 'Ana Ruiz will stay in Rome until Sunday, she said.'],
  ['de', 'Die große Koalition plant eine neue Fähre.'],
  ['de', 'Das Land setze die Gespräche fort, sagte Ilse Falkner.'],
  ['de', 'Brevia sei bei Fähren schon jetzt stark, sagte Ilse Falkner.'],
  ['de', 'Ilse Falkner bleibt bis Sonntag in Rom, sagte sie.'],
  ['de', 'Das Gericht in Lanzberg vertagte den Prozess.'],
  ['de', 'Die Regierung in Oland schweigt zu den Plänen.'],
  ['de', 'Am Freitag sagte Ilse Falkner die Reise nach Varn ab.'],
  ['de', 'Erdbeben erschüttern den Norden von Oland.'],
  ['fr', 'Il pleut sur la ville.'],
  ['en', 'In the letter to Ana Ruiz the council wrote that it would pay.'],
  ['en', 'Most people in Estby own a boat.'],
  ['en', 'Roads in Oland, Tom Becker said, would have to be built anew.'],
  ['en', 'The plan of Ilse Falkner, she said, would be carried out in Varn.'],
  ['en', 'The 22-year-old striker Tom Becker leaves Dornholt.'],
  ['en', 'Then Prime Minister Ilse Falkner signed the pact of Varn.'],
  ['en', 'The plan for a bridge in Varn was rejected on Monday.'],
  ['de', 'Die 33-jährige Ana Ruiz kam im Mai nach Varn.'],
  ['en', 'No ferry left the port of Estby on Monday.'],
  ['de', 'Die meisten Menschen in Estby haben ein Boot.'],
];

describe('standsAlone', () => {
  test.each(needsContext)('%s: not "%s"', (language, text) => {
    expect(isSelfContained(text, language)).toBe(false);
    expect(isSelfContained(text, language, 'The sentence before it.')).toBe(true);
  });

  test.each(complete)('%s: "%s"', (language, text) => {
    expect(isSelfContained(text, language)).toBe(true);
  });
});

describe('isFit', () => {
  test.each([
    ['a statement', 'The council of Brenwick closed the old harbor bridge.', true],
    ['a quoted statement', '"The old harbor bridge of Brenwick must close," the mayor said.', true],
    ['a question', 'Why did the council of Brenwick close the harbor bridge?', false],
    ['a quoted question', '"Who will pay for the harbor bridge of Brenwick?"', false],
    ['a credit', 'Edited by: Tom Becker, for the Brenwick desk.', false],
    ['an invitation', 'Read more: Brenwick and the story of its bridges.', false],
    ['a caption without an end', 'The old harbor bridge of Brenwick at dawn', false],
    ['hardly any content', 'That was it.', false],
    ['the middle of a quotation', 'The bridge of Brenwick must close before winter comes."', false],
    ['the beginning of a quotation', '“The bridge of Brenwick must close before winter comes.', false],
  ])('%s', (_, text, fit) => {
    expect(isFit(text, 'en')).toBe(fit);
  });
});
