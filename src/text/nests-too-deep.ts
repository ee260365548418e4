/** Real documents stay below a hundred; one whose items are never closed has one more with each of them. */
const deepest = 6_000;
/** What is open at tags that close nothing, summed up: some 100 ms of looking. */
const mostLooks = 10_000_000;
/** Tags of HTML that hold nothing, or that the next of their kind closes: they may stay open by the thousand. */
const harmlessTags = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dd dt td th tr tbody thead tfoot option optgroup rp rt'.split(
    ' ',
  ),
);
/** Not letters, digits and what else a name may hold. */
const endOfName = /[\s/>]/g;

/**
 * Whether markup nests beyond all reason, elements never closed included. Asked before parsing: the parsers look through all that is
 * open at a tag that closes nothing, so that a document of a few hundred kilobytes could take them minutes. Looks at each character once.
 */
export function nestsTooDeep(markup: string, { isHtml }: { readonly isHtml: boolean }): boolean {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const pop = () => {
    const name = open.pop() ?? '';
    counts.set(name, (counts.get(name) ?? 1) - 1);
    return name;
  };
  let looks = 0;
  for (const { name, isClosing, isSelfClosed } of tagsOf(markup)) {
    const tag = isHtml ? name.toLowerCase() : name;
    // HTML knows no element that closes itself: the parser takes it for an opening tag.
    if (isHtml ? harmlessTags.has(tag) : isSelfClosed) continue;
    if (!isClosing) {
      open.push(tag);
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
      if (open.length > deepest) return true;
    } else if ((counts.get(tag) ?? 0) > 0) {
      while (pop() !== tag);
    } else {
      looks += open.length;
      if (looks > mostLooks) return true;
    }
  }
  return false;
}

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly isSelfClosed: boolean;
}

/** The tags of a markup in order; comments, CDATA and the like left out. */
function* tagsOf(markup: string): Generator<Tag> {
  for (let start = markup.indexOf('<'); start >= 0; ) {
    const end = markup.indexOf(endMark(markup, start), start + 1);
    // What is never closed holds the rest; without this, each of many would be looked through to the end.
    if (end < 0) return;
    const isClosing = markup[start + 1] === '/';
    const nameStart = start + (isClosing ? 2 : 1);
    if (/[a-z]/i.test(markup[nameStart] ?? '')) {
      endOfName.lastIndex = nameStart;
      const name = markup.slice(nameStart, endOfName.exec(markup)?.index);
      yield { name, isClosing, isSelfClosed: markup[end - 1] === '/' };
    }
    start = markup.indexOf('<', end + 1);
  }
}

function endMark(markup: string, start: number): string {
  if (markup.startsWith('<!--', start)) return '-->';
  return markup.startsWith('<![CDATA[', start) ? ']]>' : '>';
}
