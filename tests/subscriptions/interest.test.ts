import { describe, expect, test } from 'vitest';
import { parseInterest } from '../../src/subscriptions/interest.ts';
import { inLanguage, languagesOf } from '../../src/subscriptions/interest-languages.ts';
import { formatInterest, interestKey } from '../../src/subscriptions/interest-spelling.ts';
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
    ['asia )', 6, '")" has no "(" before it'],
    ['"forced labor', 1, 'the quotation mark is never closed'],
    ['asia ""', 6, 'there is nothing between the quotation marks'],
    ['asia OR OR germany', 9, 'a topic or word is missing before "OR"'],
    ['AND asia', 1, 'a topic or word is missing before "AND"'],
    ['asia NOT AND b', 10, 'a topic or word is missing before "AND"'],
    ['asia AND NOT everything', 10, 'NOT everything leaves nothing'],
    ['actor:', 7, 'something is missing after "actor:"'],
    ['asia actor: OR b', 12, 'something is missing after "actor:"'],
    ['actor:""', 7, 'something is missing after "actor:"'],
    ['actr:"Park Jin"', 1, '"actr:" is unknown; use topic:, actor:, story:, language: or region:'],
    ['asia OR stroy:5', 9, '"stroy:" is unknown'],
    ['topic:mars', 7, 'there is no topic "mars"; there are asia, africa'],
    ['story:"rice mill"', 8, 'a story is named by its number, such as story:123'],
    ['asia language:xx', 15, 'unknown language "xx"; use a code such as en or de'],
    ['asia OR region:Gremany', 16, 'unknown region "Gremany"; did you mean Germany?'],
    ['region:"South Koera"', 9, 'unknown region "South Koera"; did you mean South Korea?'],
    ['asia "forced labor', 6, 'the quotation mark is never closed'],
    ['asia, topic:mars', 13, 'there is no topic "mars"'],
  ])('%s', (typed, character, problem) => {
    const message = problemOf(typed);
    expect(message).toContain(`at character ${character}: ${problem}`);
    const [, shown, mark] = message.split('\n');
    expect([shown, mark]).toEqual([typed, `${' '.repeat(character - 1)}^`]);
  });

  test('of 2,000 characters around where they are too many', () => {
    const message = problemOf(`${'asia OR '.repeat(250)}asia`);
    const [told, shown = '', mark] = message.split('\n');
    expect(told).toContain('at character 401: an interest has at most 400 characters');
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
