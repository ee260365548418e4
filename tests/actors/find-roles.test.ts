import { expect, test } from 'vitest';
import { findMentions } from '../../src/actors/find-mentions.ts';
import { findRoles } from '../../src/actors/find-roles.ts';
import { runSync } from '../../src/runtime/yield-to-event-loop.ts';

function rolesIn(text: string): string[] {
  return runSync(findRoles(text, findMentions(text, 'en'), 'en')).map(({ role, former }) =>
    former ? `former ${role}` : role,
  );
}

test.each([
  ["Norland's acting president, Ranil Fernando, declared a state of emergency.", ['acting president']],
  ["The company's chief executive, Elena Voss, resigned on Monday.", ['chief executive']],
  ['Elena Voss was sworn in as acting president of Brazil on Friday.', ['acting president of Brazil']],
  ['Anna Keller is head of the agency and lives in Bonn.', ['head of the agency']],
  ['Elena Voss was elected mayor of Springfield in May.', ['mayor of Springfield']],
  ['Anna Keller became head of the Federal Chancellery.', ['head of the Federal Chancellery']],
  ['The government of Prime Minister Elena Voss resigned.', ['Prime Minister']],
  ['They served under longtime Prime Minister Elena Voss.', ['Prime Minister']],
  ['US Secretary of State Anna Keller arrived on Monday.', ['US Secretary of State']],
  ['Elena Voss was mayor for a year.', []],
  ["In 2017, Elena Voss became president of Norland's federal parliament.", []],
  [
    'Those present were Chancellor Anna Keller, and the president of the lower house, Elena Voss.',
    ['Chancellor', 'president of the lower house'],
  ],
  ['Elena Voss is the first minister to visit the island.', []],
  ['On Monday, Elena Voss, a baker, won the prize.', []],
  ['The letter was written by Nobel Peace Prize laureate Elena Voss.', ['Nobel Peace Prize laureate']],
  ['The plan is good, said COP31 President Elena Voss in Bonn.', ['COP31 President']],
  ['The former speaker of parliament and finance minister Elena Voss has died.', ['former finance minister']],
  ['Some observers suspect Elena Voss of a ruse.', []],
  ['Jonas Berg, and his boss, former mayor Elena Voss, were detained.', ['former mayor']],
  ['The mayor greeted her son Jonas Berg on Monday.', []],
  [
    'Elena Voss, a former head of the Harbor Board and key figure in the founding of the new ferry line, died on Monday.',
    ['former head of the Harbor Board'],
  ],
  ['Norland has freed ousted President Elena Voss.', ['former President']],
  ["Taking a cue from the ousting of Norland's leader, Elena Voss, they united.", ['former leader']],
  ['According to Elena Voss, the deputy director of the museum said so, and left.', []],
  ['His rival, Elena Voss, who was mayor of Springfield for 14 years, agreed.', ['former mayor of Springfield']],
  ["According to Norland's minister of agriculture, Elena Voss, talks are unlikely.", ['minister of agriculture']],
  ['The influential former prime minister of Norland, Elena Voss, is free.', ['former prime minister of Norland']],
  [
    'Four-time prime minister and leader of the Union party, Elena Voss rose to power.',
    ['prime minister and leader of the Union party'],
  ],
  ['It went past Elena Voss, before the striker told the referee, they said.', []],
  ['Prosecutor Ann Lee and Elena Voss, told the presiding judge, agreed.', ['Prosecutor']],
  ['The leader of the union, Elena Voss said, has left the city.', []],
  [
    'Elena Voss, an expert in early childhood and digital technologies at the University of Bonn who lives there, agreed.',
    ['expert in early childhood and digital technologies at the University of Bonn'],
  ],
  [
    'Elena Voss, head of the German Parcel and Express Association (GPEA), argues so.',
    ['head of the German Parcel and Express Association'],
  ],
  ['Elena Voss is the co-founder of Bridges for Norland, a charity.', ['co-founder of Bridges for Norland']],
  ['Elena Voss, a 58-year-old banker who is seen as a front-runner, has won.', ['banker']],
])('reads the roles of %j', (text, expected) => {
  expect(rolesIn(text)).toEqual(expected);
});
