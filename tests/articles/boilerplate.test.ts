import { describe, expect, it } from 'vitest';
import { agenciesOf, isBoilerplate, splitCredit, withoutBoilerplate } from '../../src/articles/boilerplate.ts';
import { isDateLine, parseDateLine } from '../../src/articles/date-line.ts';

describe('withoutFurniture', () => {
  it.each([
    'To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video',
    'Read more: A flood and its costs',
    'Lesen Sie auch: Die Flut',
    'Edited by: Carl Probe',
    'Edited by Carl Probe and Anna Muster.',
    'This article was originally written in German.',
    'This article has been translated from German',
    'Adapted from the German by Anna Muster',
    'This article originally appeared in German and was adapted by Anna Muster.',
    'This interview has been edited and condensed for clarity.',
    'Der Artikel wurde aus dem englischen Original von Anna Muster adaptiert.',
    "While you're here: Every Tuesday, editors round up what happened.",
    'Skip next section More on Austria',
    'Den nächsten Abschnitt Top-Thema überspringen',
    'Schicken Sie uns Ihr Feedback!',
    'https://p.dw.com/p/1abcD',
    'DW中文有Instagram！欢迎搜寻。',
    '© 2026年德国之声版权声明：不得擅自使用。',
    'Anzeige',
    'mds/km',
  ])('drops %j', (line) => {
    expect(withoutBoilerplate(line)).toBe('');
  });

  it.each([
    'The article was read from morning to night in Germany.',
    'Read more books, said the minister.',
    'He edited by candlelight.',
    'This report was the first that the commission ever wrote, and it came from people who had seen the flood in Austria with their own eyes.',
    'Correction, February 3, 2026: An earlier version named the wrong river.',
    'Anzeigen wurden erstattet.',
  ])('keeps %j', (line) => {
    expect(withoutBoilerplate(line)).toBe(line);
  });

  it('takes the place line off a Chinese text', () => {
    expect(withoutBoilerplate('（德国之声中文网）桥又通了。')).toBe('桥又通了。');
  });
});

describe('isFurniture', () => {
  it.each([
    'Written by Anna Muster in Grünau.',
    'The article was first published in February.',
    'DW has the latest information.',
    'Follow DW for more.',
    'Follow live.',
    'Sign up for our newsletter to read about bridges.',
    'You can find all our pictures of the flood here.',
    'To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video',
    'mf/rs (AP, Reuters)',
    'Mehr dazu im Archiv.',
  ])('holds for %j', (sentence) => {
    expect(isBoilerplate(sentence)).toBe(true);
  });

  it.each([
    'The mayor signed the treaty, written by her deputy.',
    'The newsletter of the club told of the flood.',
    'You can hear the river from here.',
    'The agency (AP) reported it.',
    'DW has learned that the bridge stays closed.',
  ])('does not hold for %j', (sentence) => {
    expect(isBoilerplate(sentence)).toBe(false);
  });
});

describe('agenciesOf', () => {
  it.each([
    ['cwo/fab (dpa, afp)', ['dpa', 'afp']],
    ['los/nm (AP, AFP, Reuters)', ['AP', 'AFP', 'Reuters']],
    ['rm, rmt/rs, jsi (Reuters, AP, dpa)', ['Reuters', 'AP', 'dpa']],
    ['mf/ (AP, Reuters)', ['AP', 'Reuters']],
    ['(AFP, KNA)', ['AFP', 'KNA']],
    ['dh/jd (dpa, with local media)', ['dpa', 'with local media']],
    ['am (Anna, Carl)', undefined],
    ['(see above)', undefined],
    ['The agency (AFP) reported it.', undefined],
  ])('of %j are %j', (line, expected) => {
    expect(agenciesOf(line)).toEqual(expected);
  });
});

describe('splitCredit', () => {
  it.each([
    ['The bridge todayImage: Ann Onym/dpa', 'The bridge today', 'Ann Onym/dpa'],
    ['The bridge today. Image: Ann Onym', 'The bridge today.', 'Ann Onym'],
    ['Die Brücke heuteBild: Ann Onym/dpa', 'Die Brücke heute', 'Ann Onym/dpa'],
    ['Мост сегодняФото: Ann Onym', 'Мост сегодня', 'Ann Onym'],
    ['今天的桥图像来源: Ann Onym', '今天的桥', 'Ann Onym'],
    ['The bridge today', 'The bridge today', undefined],
  ])('of %j', (text, caption, credit) => {
    expect(splitCredit(text)).toEqual(credit === undefined ? { caption } : { caption, credit });
  });
});

describe('date lines', () => {
  it.each([
    ['July 18, 2022', '2022-07-18'],
    ['06/14/2026June 14, 2026', '2026-06-14'],
    ['30.01.202430. Januar 2024', '2024-01-30'],
    ['3. März 2025', '2025-03-03'],
    ['Posted: Fri 6:45 PM, Feb 16, 2018', '2018-02-16'],
    ['18 juillet 2022', '2022-07-18'],
    ['18 июля 2022', '2022-07-18'],
    ['2022-07-18', '2022-07-18'],
  ])('%s names %s', (line, day) => {
    expect(isDateLine(line)).toBe(true);
    expect(parseDateLine(line)?.toString()).toBe(`${day}T00:00:00Z`);
  });

  it.each(['In July 2022 the river rose', 'Monday', 'Room 12'])('%s is none', (line) => {
    expect(isDateLine(line)).toBe(false);
  });

  it.each(['31.02.2025', 'July 2022', '10 p.m.'])('%s names no day', (line) => {
    expect(parseDateLine(line)).toBeUndefined();
  });
});
