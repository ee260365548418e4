import type { Run } from './render-spans.ts';
import type { Paint } from './wrap-runs.ts';

const accents: Readonly<Record<string, number>> = {
  world: 67,
  europe: 69,
  germany: 178,
  asia: 167,
  africa: 137,
  'middle-east': 173,
  americas: 72,
  business: 65,
  science: 98,
  environment: 71,
  culture: 168,
  sports: 172,
};
const plainAccent = 67;

/** Paints runs with a terminal's own means, or leaves them plain. */
export function terminalPaint(color: boolean, accent: string | undefined): Paint {
  const accentCode = `1;38;5;${accents[accent ?? ''] ?? plainAccent}`;
  const codes: Readonly<Record<NonNullable<Run['look']>, string>> = {
    strong: '1',
    emphasis: '3',
    muted: '2',
    code: '36',
    struck: '2;9',
    quoted: '',
    accent: accentCode,
  };
  return ({ text, look }) => {
    const code = look && codes[look];
    return color && code && text ? `\u001B[${code}m${text}\u001B[0m` : text;
  };
}
