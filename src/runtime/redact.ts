/** A text without the secrets in it. */
export type Redact = (text: string) => string;

/** Stands for what was taken out. */
const redacted = '[redacted]';
/** Shorter values would be found by chance in words and numbers. */
const shortestSecret = 6;

/**
 * How secrets look that no configuration names: tokens that a platform gives at run time, and addresses that are passwords themselves. The
 * part before the secret, in the group, stays.
 */
const shapes: readonly RegExp[] = [
  // https://docs.slack.dev/authentication/tokens
  /()\bx(?:ox[a-z]|app|wfp)(?:\.xox[a-z])?-[\w-]{8,}/g,
  /(hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers|commands|actions|app)\/)[\w/-]+/g,
  // https://docs.discord.com/developers/resources/webhook, also where an interaction is answered
  /(\/webhooks\/\d+\/)[\w.-]+/g,
  /(\/interactions\/\d+\/)[\w.-]+/g,
  // https://docs.discord.com/developers/reference#authentication
  /()(?<![\w-])[\w-]{18,}\.[\w-]{6}\.[\w-]{25,}/g,
  /(\b(?:Bearer|Bot|Basic)\s+)[\w.~+/=-]{16,}/g,
  /()\b(?:sk|AIza)[\w-]{20,}/g,
  // The password in a URL, between "//user" and "@host".
  /(:\/\/[^\s:/?#@"\\]*:)[^\s@/"\\]+(?=@)/g,
  /([?&]key=)[^&\s"\\]+/gi,
  // A parameter, a setting or a JSON field with a telltale name, such as `client_secret=`.
  /((?:secret|token|password|passwd|api_?key|signature|credential)[\w-]{0,30}(?:=|\\?":\s?)(?:\\?["'])?)[^&\s"'\\,;)]+/gi,
];

/**
 * Takes these secrets out of a text, in any case, however JSON, an address, hexadecimal digits or base64 write them, also within a longer
 * base64, and whatever looks like a secret.
 */
export function createRedact(secrets: readonly string[] = []): Redact {
  const known = secrets.filter(({ length }) => length >= shortestSecret);
  const spelled = anyOf(known.flatMap(spellingsOf), 'gi');
  const encoded = anyOf(known.flatMap(base64Of), 'g');
  return (text) => {
    const rest = text.replace(spelled, redacted).replace(encoded, redacted);
    return shapes.reduce((left, shape) => left.replace(shape, `$1${redacted}`), rest);
  };
}

function spellingsOf(secret: string): readonly string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
    Buffer.from(secret).toString('hex'),
  ];
}

/** What of a base64 is the secret's alone, wherever among its groups of three bytes the secret begins. */
function base64Of(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** The longest first: one may begin with another. Of none, what is nowhere. */
function anyOf(texts: readonly string[], flags: string): RegExp {
  const sorted = [...new Set(texts)].toSorted((one, other) => other.length - one.length);
  return new RegExp(sorted.length > 0 ? sorted.map((text) => RegExp.escape(text)).join('|') : '(?!)', flags);
}
