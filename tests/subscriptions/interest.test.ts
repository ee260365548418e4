import { describe, expect, test } from 'vitest';
import { inLanguage, languagesOf, parseInterest } from '../../src/subscriptions/interest.ts';
import { formatInterest, interestKey, spellName } from '../../src/subscriptions/interest-spelling.ts';
import { topicNames } from '../../src/subscriptions/topic-names.ts';

const topics = topicNames(['asia', 'africa', 'germany', 'middle-east', 'sports'].map((id) => ({ id, name: {} })));
const read = (typed: string) => parseInterest(typed, topics);

describe('an interest has one canonical spelling, which reads back as itself', () => {
  test.each([
    ['Asia', 'asia'],
    ['  asia  ', 'asia'],
    ['middle east', 'middle-east'],
    ['Middle-East', 'middle-east'],
    ['topic:asia', 'asia'],
    ['topic:"Middle East"', 'middle-east'],
    ['everything', 'everything'],
    ['all', 'everything'],
    ['asia OR germany', 'asia OR germany'],
    ['asia or germany', 'asia OR germany'],
    ['or asia', '"or" AND "asia"'],
    ['asia und nuclear', 'asia AND nuclear'],
    ['asia oder (floods and germany)', 'asia OR (floods AND germany)'],
    ['Trinidad "and" Tobago', 'Trinidad AND "and" AND Tobago'],
    ['"forced labor" or', '"forced labor" AND "or"'],
    ['asia and germany', 'asia AND germany'],
    ['asia AND NOT sports', 'asia AND NOT sports'],
    ['asia NOT sports', 'asia AND NOT sports'],
    ['NOT NOT asia', 'asia'],
    ['NOT (asia OR africa)', 'NOT (asia OR africa)'],
    ['not sports', 'NOT sports'],
    ['asia -japan', 'asia AND NOT japan'],
    ['asia –"South Korea" -(africa or germany)', 'asia AND NOT "South Korea" AND NOT (africa OR germany)'],
    ['minus -5 degrees', 'minus AND "-5" AND degrees'],
    ['asia but not japan', 'asia AND NOT japan'],
    ['asia, aber nicht japan', 'asia AND NOT japan'],
    ['everything except sports', 'everything AND NOT sports'],
    ['alles außer africa', 'everything AND NOT africa'],
    ['asia without sports or africa', '(asia AND NOT sports) OR africa'],
    ['asia UND africa ODER NICHT sports', '(asia AND africa) OR NOT sports'],
    ['"not" sports', '"not" AND sports'],
    ['but', '"but"'],
    ['Ukraine & Russia', 'Ukraine AND Russia'],
    ['asia + africa || germany', '(asia AND africa) OR germany'],
    ['AT&T', '"AT&T"'],
    ['asia, africa', 'asia OR africa'],
    ['asia,africa; germany', 'asia OR africa OR germany'],
    ['Trump, Biden and Harris', 'Trump AND Biden AND Harris'],
    ['asia, africa, or germany', 'asia OR africa OR germany'],
    ['topic:asia, actor:"Park Jin",', 'asia OR actor:"Park Jin"'],
    ['10,000 flee', '"10,000" AND flee'],
    ['#asia', 'asia'],
    ['⚽ sports', 'sports'],
    ['asia — africa', '"asia" AND "africa"'],
    ["'forced labor'", '"forced labor"'],
    ['«Zwangsarbeit» ‘rice mill’', 'Zwangsarbeit AND "rice mill"'],
    ["People's Party", '"People\'s" AND Party'],
    ['(asia)', 'asia'],
    ['((asia OR germany)) AND ministers', '(asia OR germany) AND ministers'],
    ['asia AND (ministers AND Tokyo)', 'asia AND ministers AND Tokyo'],
    ['asia OR (africa OR germany)', 'asia OR africa OR germany'],
    ['asia AND africa OR germany', '(asia AND africa) OR germany'],
    ['floods in Germany', 'floods AND in AND "Germany"'],
    ['"asia"', '"asia"'],
    ['“forced  labor”', '"forced labor"'],
    ['„Zwangsarbeit“', 'Zwangsarbeit'],
    ['"AND"', '"AND"'],
    ['re:publica', '"re:publica"'],
    ['U.S.', '"U.S."'],
    ['日本 OR 韩国', '日本 OR 韩国'],
    ['actor:Merz', 'actor:Merz'],
    ['actor:"Park Jin"', 'actor:"Park Jin"'],
    ['ACTOR: "Park  Jin"', 'actor:"Park Jin"'],
    ['actor:“Park Jin” asia', 'actor:"Park Jin" AND asia'],
    ['story:123', 'story:123'],
    ['story:#123', 'story:123'],
    ['language:de', 'language:de'],
    ['lang:German', 'language:de'],
    ['language:Deutsch', 'language:de'],
    ['language:français', 'language:fr'],
    ['language:pt-BR', 'language:pt-br'],
    ['region:Korea', 'region:Korea'],
    ['region:"south korea"', 'region:"South Korea"'],
    ['region:Südkorea', 'region:"South Korea"'],
    ['country:US', 'region:"United States"'],
    ['region:Bavaria', 'region:Bavaria'],
    ['everything but sports', 'everything AND NOT sports'],
    ['everything but the sports', 'everything AND NOT sports'],
    ['everything except sports and germany', 'everything AND NOT sports AND NOT germany'],
    ['alles außer sports, africa', 'everything AND NOT sports AND NOT africa'],
    ['asia, africa but not japan', '(asia OR africa) AND NOT japan'],
    ['asia, africa, no sports', '(asia OR africa) AND NOT sports'],
    ['asia or africa except "South Korea"', '(asia OR africa) AND NOT "South Korea"'],
    ['asia, africa, -japan', '(asia OR africa) AND NOT japan'],
    ['(asia, africa but not japan) ministers', '(asia OR africa) AND NOT japan AND ministers'],
    ['asia (africa, germany but not sports)', 'asia AND (africa OR germany) AND NOT sports'],
    ['no sports', 'NOT sports'],
    ['kein sports', 'NOT sports'],
    ['asia no sports', 'asia AND NOT sports'],
    ['asia aber kein sports', 'asia AND NOT sports'],
    ['asia and no sports', 'asia AND NOT sports'],
    ['asia and except sports', 'asia AND NOT sports'],
    ['no deal', '"no" AND deal'],
    ['no confidence vote, asia', '("no" AND confidence AND vote) OR asia'],
    ['poor but happy', 'poor AND "but" AND happy'],
    ['tout sauf sports', 'everything AND NOT sports'],
    ['tout, mais pas de sports', 'everything AND NOT sports'],
    ['todo menos sports', 'everything AND NOT sports'],
    ['tudo exceto sports', 'everything AND NOT sports'],
    ['все кроме sports', 'everything AND NOT sports'],
    ['усе крім sports', 'everything AND NOT sports'],
    ['الكل إلا sports', 'everything AND NOT sports'],
    ['asia et africa', 'asia AND africa'],
    ['asia ou africa', 'asia OR africa'],
    ['asia o africa', 'asia OR africa'],
    ['asia или africa', 'asia OR africa'],
    ['asia/africa', 'asia OR africa'],
    ['asia / africa', 'asia OR africa'],
    ['middle-east/asia without japan', '(middle-east OR asia) AND NOT japan'],
    ['ministers asia/africa', 'ministers AND (asia OR africa)'],
    ['Trump/Putin', 'Trump OR Putin'],
    ['AC/DC', '"AC/DC"'],
    ['9/11', '"9/11"'],
    ['the Middle East', 'middle-east'],
    ['l’asia', 'asia'],
    [
      '"forced labor" OR actor:"Park Jin" region:Korea NOT (sports OR story:7)',
      '"forced labor" OR (actor:"Park Jin" AND region:Korea AND NOT (sports OR story:7))',
    ],
  ])('%s', (typed, expected) => {
    expect(formatInterest(read(typed))).toBe(expected);
    expect(formatInterest(read(expected))).toBe(expected);
    expect(read(expected)).toEqual(read(typed));
  });
});

test.each(['Kenya', 'Park Jin', 'OR', 'NOT', '-1'])(
  'actor:%s is read as that name, however it has to be spelled',
  (name) => {
    expect(read(`actor:${spellName(name)}`)).toEqual({ kind: 'actor', name });
  },
);

test.each([
  ['亚洲和非洲', 'asia AND africa'],
  ['亚洲或非洲', 'asia OR africa'],
  ['全部 除了 体育', 'everything AND NOT sports'],
  ['亚洲，不要体育', 'asia AND NOT sports'],
  ['آسيا وأفريقيا', 'asia AND africa'],
])('topics are found in scripts that set no blanks between: %s', (typed, expected) => {
  const names = topicNames([
    { id: 'asia', name: { zh: '亚洲', ar: 'آسيا' } },
    { id: 'africa', name: { zh: '非洲', ar: 'أفريقيا' } },
    { id: 'sports', name: { zh: '体育' } },
  ]);
  expect(formatInterest(parseInterest(typed, names))).toBe(expected);
});

describe('interests share a key', () => {
  test.each([
    ['asia OR africa', 'africa OR Asia'],
    ['Tokyo AND (Seoul OR asia)', '(asia OR seoul) tokyo'],
    ['asia OR asia', 'asia'],
    ['"flood"', 'Flood'],
    ['actor:"PARK JIN"', 'actor:"Park Jin"'],
  ])('%s and %s', (one, other) => {
    expect(interestKey(read(one))).toBe(interestKey(read(other)));
  });

  test.each([
    ['asia', '"asia"'],
    ['asia', '"Ásia"'],
    ['asia AND africa', 'asia OR africa'],
    ['asia AND africa OR germany', 'asia AND (africa OR germany)'],
    ['"forced labor"', 'forced labor'],
    ['actor:Jin', 'Jin'],
    ['language:de', 'region:DE'],
  ])('%s and %s do not', (one, other) => {
    expect(interestKey(read(one))).not.toBe(interestKey(read(other)));
  });
});

describe('a mistake is pointed at', () => {
  test.each([
    ['asia AND', 9, 'something is missing at the end'],
    ['asia AND   ', 9, 'something is missing at the end'],
    ['NOT', 4, 'something is missing at the end'],
    ['(asia', 1, '"(" is never closed'],
    ['asia AND (africa OR (b)', 10, '"(" is never closed'],
    ['()', 2, 'a topic or word is missing before ")"'],
    ['asia )', 6, '")" has no matching "("'],
    ['"forced labor', 1, 'a quotation mark is never closed'],
    ['asia ""', 6, "there's nothing between the quotation marks"],
    ['asia OR OR germany', 9, 'a topic or word is missing before "OR"'],
    ['AND asia', 1, 'a topic or word is missing before "AND"'],
    ['asia NOT AND b', 10, 'a topic or word is missing before "AND"'],
    ['asia AND NOT everything', 10, 'NOT everything leaves nothing to deliver'],
    ['actor:', 7, 'something is missing after "actor:"'],
    ['asia actor: OR b', 12, 'something is missing after "actor:"'],
    ['actor:""', 7, 'something is missing after "actor:"'],
    ['actr:"Park Jin"', 1, '"actr:" is unknown; use topic:, actor:, story:, language: or region:'],
    ['asia OR stroy:5', 9, '"stroy:" is unknown'],
    ['topic:asai', 7, 'there\'s no topic "asai"; did you mean asia?'],
    ['topic:mars', 7, 'there\'s no topic "mars"; choose from asia, africa'],
    ['story:"rice mill"', 8, 'use the number of the story, such as story:123'],
    ['asia language:xx', 15, 'unknown language "xx". Use a code such as en or de'],
    ['asia OR region:Gremany', 16, 'unknown region "Gremany". Did you mean Germany?'],
    ['region:"South Koera"', 9, 'unknown region "South Koera". Did you mean South Korea?'],
    ['asia "forced labor', 6, 'a quotation mark is never closed'],
    ['asia, topic:mars', 13, 'there\'s no topic "mars"'],
  ])('%s', (typed, character, problem) => {
    const message = problemOf(typed);
    expect(message).toContain(`at character ${character}: ${problem}`);
    const [, shown, mark] = message.split('\n');
    expect([shown, mark]).toEqual([typed, `${' '.repeat(character - 1)}^`]);
  });

  test('of 2,000 characters around where they are too many', () => {
    const message = problemOf(`${'asia OR '.repeat(250)}asia`);
    const [told, shown = '', mark] = message.split('\n');
    expect(told).toContain('at character 401: an interest can have at most 400 characters');
    expect(shown).toMatch(/^….{120}…$/u);
    expect(mark).toBe(`${' '.repeat(61)}^`);
  });

  test.each(['', '   ', '👍', '—', '?!', ',;'])('nothing at all: "%s"', (typed) => {
    expect(problemOf(typed)).toBe('No interest given. Use a topic such as asia, words, or "everything".');
  });
});

describe('an alternative that names no language is meant in the reader’s', () => {
  test.each([
    ['asia', 'asia AND language:en', []],
    ['asia language:de', 'asia AND language:de', ['de']],
    ['asia OR (africa language:de)', '(asia AND language:en) OR (africa AND language:de)', ['de']],
    ['asia NOT language:de', 'asia AND NOT language:de', ['de']],
    ['(language:es OR language:de) asia', '(language:es OR language:de) AND asia', ['es', 'de']],
  ])('%s', (typed, expected, languages) => {
    expect(formatInterest(inLanguage(read(typed), 'en'))).toBe(expected);
    expect([...languagesOf(read(typed))]).toEqual(languages);
  });
});

function problemOf(typed: string): string {
  try {
    return `read as ${formatInterest(read(typed))}`;
  } catch (error) {
    return (error as Error).message;
  }
}
