import { describe, expect, it } from 'vitest';
import { detectLanguage, extractPlainText } from '../../src/articles/plain-text.ts';

const copied = `1. Skip to content
  2. Skip to main menu
SocietyUpper Austria

Alm bridge reopens after three years

February 3, 2026

Traffic flows again over the Alm. It had stopped after a flood.

The bridge on its first day
People walked over the bridge before the first carsImage: A. Muster/dpa

The bridge over the\u00A0Alm opened at noon, and the first to cross it was a dog.

What did it cost?

The town paid a third of the price.

am/cp (AP, dpa)`;

describe('extractPlainText', () => {
  it('reads a page copied out of a browser', () => {
    const page = extractPlainText(copied);
    expect(page).toMatchObject({
      headline: 'Alm bridge reopens after three years',
      kicker: { topic: 'Society', region: 'Upper Austria' },
      lead: 'Traffic flows again over the Alm. It had stopped after a flood.',
      agencies: ['AP', 'dpa'],
      authors: [],
      language: 'en',
      method: 'plain-text',
    });
    expect(page.publishedAt?.toString()).toBe('2026-02-03T00:00:00Z');
    expect(page.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'The bridge over the Alm opened at noon, and the first to cross it was a dog.'],
      ['subhead', 'What did it cost?'],
      ['paragraph', 'The town paid a third of the price.'],
    ]);
  });

  it('takes authors from between headline and date', () => {
    const text =
      'Politik\nDie Brücke von Grünau steht wieder\nAnna Muster | Carl Probe\n03.02.20263. Februar 2026\n\nDer Verkehr rollt.\n\nDie Brücke ist offen.';
    expect(extractPlainText(text)).toMatchObject({
      headline: 'Die Brücke von Grünau steht wieder',
      kicker: { topic: 'Politik' },
      authors: ['Anna Muster', 'Carl Probe'],
    });
  });

  it('reads prose: a short first line is the headline, nothing the lead', () => {
    const page = extractPlainText(
      'The bridge is open\n\nIt opened at noon. A dog crossed it.\nThe mayor laughed.\n\n- one\n- two',
    );
    expect(page.headline).toBe('The bridge is open');
    expect(page.lead).toBeUndefined();
    expect(page.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'It opened at noon. A dog crossed it.'],
      ['paragraph', 'The mayor laughed.'],
      ['item', 'one'],
      ['item', 'two'],
    ]);
  });

  it('joins lines broken for their length, and takes the first sentence as headline for want of one', () => {
    const page = extractPlainText(
      'The bridge over the Alm was opened at noon on Tuesday, and the\nfirst to cross it was a dog. The mayor laughed.\n\nCars came later.',
    );
    expect(page.headline).toBe(
      'The bridge over the Alm was opened at noon on Tuesday, and the first to cross it was a dog.',
    );
    expect(page.blocks).toHaveLength(2);
  });

  it('finds nothing in nothing', () => {
    expect(extractPlainText(' \n')).toMatchObject({ headline: '', blocks: [] });
  });
});

describe('detectLanguage', () => {
  it.each([
    ['The bridge is open and the people of the town are glad that it was built before the winter.', 'en'],
    ['Die Brücke ist offen und die Leute in der Stadt sind froh, dass sie vor dem Winter gebaut wurde.', 'de'],
    ['El puente está abierto y la gente de la ciudad se alegra de que se haya construido antes del invierno.', 'es'],
    ['Мост открыт, и люди в городе рады, что его построили до зимы, но это было не так просто.', 'ru'],
    ['桥又通了，城里的人很高兴。', 'zh'],
    ['Bridge Alm Dog', undefined],
    ['', undefined],
  ])('of %j is %j', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
