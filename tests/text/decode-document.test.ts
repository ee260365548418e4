import { expect, it } from 'vitest';
import { decodeDocument } from '../../src/text/decode-document.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

it.each([
  ['plain UTF-8', Buffer.from('Zürich'), undefined, 'Zürich'],
  ['a UTF-8 byte order mark', Buffer.from('\uFEFF<rss/>'), 'text/xml; charset=iso-8859-1', '<rss/>'],
  ['a UTF-16 byte order mark', utf16('\uFEFFZürich'), undefined, 'Zürich'],
  ['UTF-16 that shows in its first bytes', utf16('<a>ü</a>'), undefined, '<a>ü</a>'],
  ['the content type', latin1('Zürich'), 'text/html; charset="ISO-8859-1"', 'Zürich'],
  [
    'the XML declaration',
    latin1('<?xml version="1.0" encoding="iso-8859-1"?>ü'),
    'text/xml',
    '<?xml version="1.0" encoding="iso-8859-1"?>ü',
  ],
  ['a meta element', latin1('<meta charset=windows-1252>\x80'), 'text/html', '<meta charset=windows-1252>€'],
  ['Windows-1252 that names nothing', latin1('Z\xFCrich'), undefined, 'Zürich'],
  ['UTF-8 with one broken byte', Buffer.concat([Buffer.from('Zürich '), latin1('\xFC')]), undefined, 'Zürich \uFFFD'],
  ['a charset nobody knows', Buffer.from('Zürich'), 'text/html; charset=klingon', 'Zürich'],
  [
    'a false claim of UTF-16',
    Buffer.from('<?xml version="1.0" encoding="utf-16"?>ü'),
    undefined,
    '<?xml version="1.0" encoding="utf-16"?>ü',
  ],
])('decodes by %s', (_case, bytes, contentType, expected) => {
  expect(decodeDocument(bytes, contentType)).toBe(expected);
});
