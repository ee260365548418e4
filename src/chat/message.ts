/**
 * What the bot says, free of any platform. Structured, never Markdown: a renderer escapes every text, so that no text of a feed can
 * mention, link or format anything, and budgets whole sentences and links against its platform's limits.
 */
export interface Message {
  /** One plain line for notifications and screen readers. */
  readonly summary: string;
  /** Topic that gives the accent color, if any. */
  readonly accent?: string;
  /** Of our own words, as BCP 47: the way they run, and how days are written where a platform does not write them. */
  readonly language?: string;
  readonly blocks: readonly MessageBlock[];
}

/** `struck` words are what we said before and take back. */
export type TextStyle = 'strong' | 'emphasis' | 'muted' | 'code' | 'struck';

/** A run of words within a line, or what stands among them. */
export type Span =
  | { readonly kind: 'text'; readonly text: string; readonly style?: TextStyle }
  /** Verbatim words of a source; renderers show them as quoted. */
  | { readonly kind: 'quoted'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** "[3]", pointing at the source of that number in the message's `sources` block. */
  | { readonly kind: 'citation'; readonly number: number; readonly url: string }
  /** A channel of the platform where the message is posted, by its id: shown by its name to whoever may see it. Never made of a source's words. */
  | { readonly kind: 'channel'; readonly id: string }
  /** An instant, shown in the reader's zone where the platform can, else in `zone`. */
  | { readonly kind: 'time'; readonly at: string; readonly zone: string; readonly precision: 'day' | 'minute' };

/** An article that the message cites; `number` is what its citations show. */
export interface Source {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly publishedAt: string;
  /** In which its date is written, where a platform does not; English without. */
  readonly language?: string;
}

/** A part of a message that stands by itself, shown in order. */
export type MessageBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly spans: readonly Span[] }
  /** One sentence or thought; never cut, moved whole to the thread where space runs out. */
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'fields'; readonly fields: readonly { readonly name: string; readonly value: readonly Span[] }[] }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string; readonly caption?: readonly Span[] }
  /** A picture of our own making, such as a chart: PNG in Base64, so that a message stays plain JSON. */
  | { readonly kind: 'picture'; readonly name: string; readonly pngBase64: string; readonly alt: string }
  /** Small print. */
  | { readonly kind: 'context'; readonly spans: readonly Span[] }
  | { readonly kind: 'divider' }
  | { readonly kind: 'sources'; readonly sources: readonly Source[] }
  | { readonly kind: 'actions'; readonly items: readonly ActionItem[] };

/** `action` names a handler, `value` a reference it looks up (an id); neither is trusted when it comes back. */
export type ActionItem =
  | {
      readonly kind: 'button';
      readonly label: string;
      readonly action: string;
      readonly value?: string;
      readonly tone?: 'primary' | 'danger';
    }
  | { readonly kind: 'link-button'; readonly label: string; readonly url: string }
  | { readonly kind: 'select'; readonly label: string; readonly action: string; readonly options: readonly Choice[] };

/** One of a closed list: what is shown, and what is sent. */
export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/** A modal: what a person fills in. `reference` comes back with the answers. */
export interface Form {
  readonly action: string;
  readonly reference?: string;
  readonly title: string;
  readonly submitLabel: string;
  readonly fields: readonly FormField[];
}

/** One line of a form; with `choices` a list to choose from. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly choices?: readonly Choice[];
  /** The command option whose completions it offers while a person types. */
  readonly completes?: { readonly command: string; readonly option: string };
}
