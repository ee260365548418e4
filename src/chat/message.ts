/**
 * A platform-neutral message. Structured, never Markdown: a renderer escapes every text, so that no text from a feed can mention, link or
 * format anything, and fits whole sentences and links into its platform's limits.
 */
export interface Message {
  /** One plain line for notifications and screen readers. */
  readonly summary: string;
  /** Topic that gives the accent color, if any. */
  readonly accent?: string;
  /** Of the interface texts, as BCP 47: decides the text direction, and the date format if the platform does not format dates. */
  readonly language?: string;
  readonly blocks: readonly MessageBlock[];
}

/** `struck` text is retracted. */
export type TextStyle = 'strong' | 'emphasis' | 'muted' | 'code' | 'struck';

/** A piece of inline content. */
export type Span =
  /** `opens`: what a button with this action and value opens, where a text can be pressed; elsewhere it is plain text. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style?: TextStyle;
      readonly opens?: { readonly action: string; readonly value: string };
    }
  /** Verbatim text of a source, rendered as a quotation. */
  | { readonly kind: 'quoted'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** "[3]", pointing at the source of that number in the message's `sources` block. */
  | { readonly kind: 'citation'; readonly number: number; readonly url: string }
  /** A channel of the platform where the message is posted, by its id: shown by its name to whoever may see it. Never made of a source's words. */
  | { readonly kind: 'channel'; readonly id: string }
  /** An instant, shown in the reader's time zone if the platform can, else in `zone`. */
  | { readonly kind: 'time'; readonly at: string; readonly zone: string; readonly precision: 'day' | 'minute' };

/** A cited article; `number` is shown in its citations. */
export interface Source {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly publishedAt: string;
  /** The language of its date if the platform does not format it; English by default. */
  readonly language?: string;
  /** Its title is a link in the message, and nothing cites its number: listed only where a title cannot be a link. */
  readonly isLinked?: boolean;
}

/** A block of a message, in order. */
export type MessageBlock =
  /** `topics`: of the story that it is the title of. */
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2;
      readonly spans: readonly Span[];
      readonly topics?: readonly string[];
    }
  /** One sentence or thought; never cut, but moved as a whole to the thread if space runs out. */
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'fields'; readonly fields: readonly { readonly name: string; readonly value: readonly Span[] }[] }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string; readonly caption?: readonly Span[] }
  /** A generated picture, such as a chart: PNG in Base64, so that a message stays plain JSON. */
  | {
      readonly kind: 'picture';
      readonly name: string;
      readonly pngBase64: string;
      readonly alt: string;
      /** The numbers of a bar chart, for platforms that draw it themselves. */
      readonly chart?: BarChart;
    }
  /** Small print. */
  | { readonly kind: 'context'; readonly spans: readonly Span[] }
  | { readonly kind: 'divider' }
  | { readonly kind: 'sources'; readonly sources: readonly Source[] }
  | { readonly kind: 'actions'; readonly items: readonly ActionItem[] };

/** One series of numbers, in order; labels are different from each other. */
export interface BarChart {
  readonly title: string;
  /** What is counted. */
  readonly name: string;
  readonly points: readonly { readonly label: string; readonly value: number }[];
}

/** `action` names a handler, `value` a reference it looks up (an id); neither is trusted when it comes back. */
export type ActionItem =
  | {
      readonly kind: 'button';
      readonly label: string;
      readonly action: string;
      readonly value?: string;
      readonly tone?: 'primary' | 'danger';
      /** It takes back what the message reports, and should stay within reach where the message is closed. */
      readonly isUndo?: boolean;
    }
  | { readonly kind: 'link-button'; readonly label: string; readonly url: string }
  | { readonly kind: 'select'; readonly label: string; readonly action: string; readonly options: readonly Choice[] };

/** A choice: its label and its value. */
export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/** A modal form. `reference` is returned with the answers. */
export interface Form {
  readonly action: string;
  readonly reference?: string;
  readonly title: string;
  readonly submitLabel: string;
  readonly fields: readonly FormField[];
}

/** A field of a form; with `choices`, a select. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly choices?: readonly Choice[];
  /** What its value is the id of: picked from a list where the platform has one, else typed. */
  readonly picks?: 'role' | 'channel';
  /** The command option whose completions are offered while the user types. */
  readonly completes?: { readonly command: string; readonly option: string };
}
