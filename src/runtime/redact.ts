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
  // What stands between "//user" and "@host" of an address.
  /(:\/\/[^\s:/?#@"\\]*:)[^\s@/"\\]+(?=@)/g,
  /([?&](?:key|token|access_token|api_key|secret|password|signature)=)[^&\s"\\]+/gi,
];

/** Takes these secrets out of a text, however JSON or an address writes them, and whatever looks like a secret. */
export function createRedact(secrets: readonly string[] = []): Redact {
  const spellings = secrets
    .filter(({ length }) => length >= shortestSecret)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  // The longest first: one may begin with another.
  const known = [...new Set(spellings)].toSorted((one, other) => other.length - one.length);
  return (text) => {
    const rest = known.reduce((left, spelling) => left.replaceAll(spelling, redacted), text);
    return shapes.reduce((left, shape) => left.replace(shape, `$1${redacted}`), rest);
  };
}
