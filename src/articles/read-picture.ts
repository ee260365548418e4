import { lengthLimits } from '../text/limits.ts';
import type { Picture } from './article.ts';
import { splitCredit } from './boilerplate.ts';
import { type PageElement, textOf } from './page-dom.ts';

/** DW's pictures come in many sizes, in figures with a literal `${formatId}` for scripts to fill in; 6 is 940 by 529. */
const sizedImage = /(\/image\/\d+_)(?:\d+|\$\{formatId\})\.(?:jpg|webp)$/;

/** The picture of a `figure`, with caption and credit separated. */
export function readPicture(figure: PageElement): Picture | undefined {
  const url = figurePictureUrl(figure);
  if (url === undefined) return undefined;
  const caption = figure.querySelector('figcaption');
  const small = caption?.querySelector('small.copyright, .copyright, .credit');
  const credit = textOf(small);
  const whole = textOf(caption);
  const captionOnly = credit !== '' && whole.endsWith(credit) ? whole.slice(0, -credit.length) : whole;
  const split = splitCredit(
    credit === '' ? captionOnly : `${captionOnly} ${/[:：]/.test(credit) ? credit : `Image: ${credit}`}`,
  );
  return {
    url,
    ...(split.caption !== '' && { caption: split.caption }),
    ...(split.credit && { credit: split.credit }),
  };
}

/** The URL of a picture in the size we show; undefined if it is not one (`data:` placeholders, empty `src`). */
export function pictureUrl(address: string | null | undefined): string | undefined {
  const trimmed = address && address.length <= lengthLimits.link ? address.trim() : '';
  if (!/^(?:https?:)?\/\//.test(trimmed)) return undefined;
  return trimmed
    .replace(/^\/\//, 'https://')
    .replace(/^https?:\/\/www\.dw\.com\/image\//, 'https://static.dw.com/image/')
    .replace(sizedImage, '$16.jpg');
}

function figurePictureUrl(figure: PageElement): string | undefined {
  const image = figure.querySelector('img');
  const sets = [image, ...figure.querySelectorAll('source')].map((element) => firstOfSet(element));
  const addresses = [
    image?.getAttribute('data-url'),
    image?.getAttribute('data-src'),
    image?.getAttribute('src'),
    ...sets,
  ];
  for (const address of addresses) {
    const url = pictureUrl(address);
    if (url) return url;
  }
  return undefined;
}

function firstOfSet(element: PageElement | null): string | undefined {
  const set =
    element?.getAttribute('srcset') ?? element?.getAttribute('srcSet') ?? element?.getAttribute('data-srcset');
  return set?.trim().split(/[\s,]/)[0];
}
