import { describe, expect, test } from 'vitest';
import { inDirection, withoutOverrides } from '../../src/chat/direction.ts';
import { renderMessage as renderForDiscord } from '../../src/chat/discord/render-message.ts';
import type { MessageBlock, Span } from '../../src/chat/message.ts';
import { renderMessage as renderForSlack } from '../../src/chat/slack/render-message.ts';

const [open, close] = ['\u2068', '\u2069'];
const url = 'https://example.org/a';

/** Isolates as brackets. */
const visible = (text: string) => text.replaceAll(open, '⟨').replaceAll(close, '⟩');

function lineOf(language: string, spans: readonly Span[]): string {
  const { blocks } = inDirection({ summary: '', language, blocks: [{ kind: 'paragraph', spans }] });
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.spans : []))
    .flatMap((span) => ('text' in span ? visible(span.text) : []))
    .join('');
}

/** The direction that platforms give a line: that of its first letter outside isolates (UAX 9, P2). */
function firstStrong(text: string): 'ltr' | 'rtl' | undefined {
  let depth = 0;
  for (const sign of text) {
    if (sign === open) depth++;
    else if (sign === close) depth--;
    else if (depth === 0 && /\p{L}/u.test(sign)) return /\p{Script=Arabic}/u.test(sign) ? 'rtl' : 'ltr';
  }
  return undefined;
}

describe('the direction of a line', () => {
  test('is kept where our own Arabic words begin with a Latin name', () => {
    expect(lineOf('ar', [{ kind: 'text', text: 'Norlinie (NL): ذُكرت في 3 مقالات' }])).toBe(
      '⟨Norlinie (NL)⟩: ذُكرت في 3 مقالات',
    );
  });

  test('is kept where a Latin title is linked first', () => {
    const spans: Span[] = [
      { kind: 'link', text: 'Harbor bridge closed', url },
      { kind: 'text', text: ' · خبران' },
    ];
    expect(lineOf('ar', spans)).toBe('⟨Harbor bridge closed⟩ · خبران');
  });

  test('is that of most letters in a source’s sentence, whatever it opens with', () => {
    expect(lineOf('en', [{ kind: 'quoted', text: 'Norlinie أعلنت إغلاق جسر الميناء لمدة عام.' }])).toBe(
      '⟨Norlinie⟩ أعلنت إغلاق جسر الميناء لمدة عام.',
    );
  });

  test('of English words stays where an Arabic name comes first', () => {
    const spans: Span[] = [
      { kind: 'link', text: 'إغلاق الجسر', url },
      { kind: 'text', text: ' · two articles' },
    ];
    expect(lineOf('en', spans)).toBe('⟨إغلاق الجسر⟩ · two articles');
    expect(lineOf('en', [{ kind: 'text', text: 'إغلاق الجسر: two articles' }])).toBe('⟨إغلاق الجسر⟩: two articles');
  });

  test('of Latin lines in an Arabic message is their own', () => {
    expect(lineOf('ar', [{ kind: 'text', text: 'Harbor bridge closed' }])).toBe('Harbor bridge closed');
  });

  test('is not asked for where nothing runs from right to left', () => {
    const message = { summary: 'a', language: 'en', blocks: [{ kind: 'divider' }] satisfies MessageBlock[] };
    expect(inDirection(message)).toBe(message);
  });

  test('is the same when it is asked for twice', () => {
    const message = { summary: 'Norlinie في الأخبار', language: 'ar', blocks: [] };
    expect(inDirection(inDirection(message))).toEqual(inDirection(message));
  });
});

test('isolates reach Slack and Discord, and the line runs as its language does', () => {
  const message = {
    summary: 'ملخص',
    language: 'ar',
    blocks: [
      { kind: 'paragraph', spans: [{ kind: 'text', text: 'Norlinie في الأخبار' }] },
      {
        kind: 'list',
        items: [
          [
            { kind: 'link', text: 'Harbor bridge', url },
            { kind: 'text', text: ' خبران' },
          ],
        ],
      },
    ] satisfies MessageBlock[],
  };
  const discord = JSON.stringify(renderForDiscord(message)).match(/"content":"([^"]*)"/u)?.[1] ?? '';
  expect(discord.split('\\n').map((line) => firstStrong(line.replace(/\(<[^>]*>\)/gu, '')))).toEqual(['rtl', 'rtl']);
  const [slack] = renderForSlack(message);
  expect(JSON.stringify(slack)).toContain(`${open}Norlinie${close} في الأخبار`);
  expect(JSON.stringify(slack)).toContain(`${open}Harbor bridge${close}`);
});

test('what a source brings along to turn a text around is removed', () => {
  expect(withoutOverrides('a\u202Eb\u2067c\u2069d')).toBe('abcd');
  expect(withoutOverrides('a\u2068b')).toBe('ab');
  expect(withoutOverrides('a\u2069b\u2068c')).toBe('abc');
  expect(withoutOverrides('a\u2068b\u2069c')).toBe('a\u2068b\u2069c');
  expect(lineOf('ar', [{ kind: 'text', text: '\u2068\u202Eabc\u2069' }])).toBe('abc');
});
