import { IntlMessageFormat } from 'intl-messageformat';

/**
 * An entry of a catalog that takes arguments: call it with them, in the order of `names`. `text` is an ICU MessageFormat
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/), parsed at the first call.
 */
export interface Message<Args extends readonly unknown[] = readonly never[], Name extends string = string> {
  (...args: Args): string;
  readonly names: readonly Name[];
  /** Arguments that some languages need and others leave out, as the hour on which a preposition depends. */
  readonly mayLeaveOut: readonly string[];
  readonly text: string;
}

/** The arguments that a text without plurals names in braces. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Strings<Names extends readonly string[]> = { readonly [Place in keyof Names]: string };
/** The text, or what is wrong between it and its names. */
type Matching<Text extends string, Names extends readonly string[]> = [Placeholders<Text>] extends [Names[number]]
  ? [Names[number]] extends [Placeholders<Text>]
    ? Text
    : `not in the text: ${Exclude<Names[number], Placeholders<Text>>}`
  : `not among the names: ${Exclude<Placeholders<Text>, Names[number]>}`;

/**
 * English words around arguments that are written already: names, dates, numbers. The compiler holds text and names together. `others` come
 * last: arguments that English does not need.
 */
export function message<
  const Names extends readonly string[],
  const Text extends string,
  const Others extends readonly string[] = readonly [],
>(
  names: Names,
  text: Text & Matching<Text, Names>,
  ...others: Others
): Message<readonly [...Strings<Names>, ...Strings<Others>], Names[number] | Others[number]> {
  return createMessage<readonly [...Strings<Names>, ...Strings<Others>], Names[number] | Others[number]>(
    [...names, ...others],
    text,
    'en-GB',
    others,
  );
}

/** English words with a number: `{count, plural, one {# story} other {# stories}}`. */
export function counted(text: `{count, plural, ${string}}`): Message<readonly [count: number], 'count'> {
  return createMessage<readonly [count: number], 'count'>(['count'], text, 'en-GB');
}

/** A message in any language. Its first call throws SyntaxError where the text is no MessageFormat. */
export function createMessage<Args extends readonly unknown[], Name extends string = string>(
  names: readonly Name[],
  text: string,
  locale: string,
  mayLeaveOut: readonly string[] = [],
): Message<Args, Name> {
  let format: IntlMessageFormat | undefined;
  const write = (...args: Args): string => {
    format ??= new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    return String(
      format.format(Object.fromEntries(names.map((name, place) => [name, args[place] as string | number]))),
    );
  };
  return Object.assign(write, { names, mayLeaveOut, text });
}

/** What a text asks for, or undefined where it is no MessageFormat. */
export function argumentsOf(text: string): ReadonlySet<string> | undefined {
  try {
    return new Set(namesWithin(parse(text)));
  } catch {
    return undefined;
  }
}

/**
 * The forms of a counted message by the categories of CLDR, `#` for the number: for scripts in a browser, which choose by
 * `Intl.PluralRules` themselves. Empty where the message is not one plural.
 */
export function pluralForms({ text }: Pick<Message, 'text'>): Readonly<Record<string, string>> {
  const [plural, ...rest] = parse(text);
  if (plural?.options === undefined || rest.length > 0) return {};
  return Object.fromEntries(
    Object.entries(plural.options).map(([category, { value }]) => [
      category,
      value.map((part) => (part.type === pound ? '#' : String(part.value))).join(''),
    ]),
  );
}

/** What we read of the parser's elements; `type` is its enum TYPE, which intl-messageformat does not export. */
interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

const [literal, pound] = [0, 7];

function parse(text: string): readonly Part[] {
  return new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst() as unknown as readonly Part[];
}

function namesWithin(parts: readonly Part[]): string[] {
  return parts.flatMap(({ type, value, options }) => [
    ...(type === literal || value === undefined ? [] : [value]),
    ...Object.values(options ?? {}).flatMap((option) => namesWithin(option.value)),
  ]);
}
