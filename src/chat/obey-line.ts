import type { LinePlace } from '../intents/line.ts';
import type { Caller, ChatHandlers, Responder } from './chat.ts';
import { type CommandSyntax, isStrict, type ParsedLine } from './parse-command-line.ts';
import { paragraph } from './write.ts';

/** What somebody typed, with how the strict syntax has it. */
export interface TypedWords {
  readonly text: string;
  readonly place: LinePlace;
  readonly parsed: ParsedLine;
  readonly commands: readonly CommandSyntax[];
}

/** Lets a typed line be done: strict syntax by the word, everything else as the reader of lines has it. Without one a problem is answered. */
export async function obeyLine(
  { text, place, parsed, commands }: TypedWords,
  caller: Caller,
  {
    handlers,
    responder,
    onlyCaller = true,
  }: { readonly handlers: ChatHandlers; readonly responder: Responder; readonly onlyCaller?: boolean },
): Promise<void> {
  const bare = commands.find(({ name }) => name === text.trim().replace(/^\//u, '').toLowerCase());
  if (bare?.opensForm && parsed.kind === 'unclear' && responder.opensForms)
    return handlers.onCommand({ caller, command: bare.name, options: {} }, responder);
  if (handlers.onLine && !isStrict(text, parsed, commands)) {
    const strict = parsed.kind === 'unclear' ? { problem: parsed.problem } : { asTyped: parsed };
    return handlers.onLine({ caller, text, place, ...strict }, responder);
  }
  if (parsed.kind === 'call') {
    const { kind: _call, ...call } = parsed;
    return handlers.onCommand({ caller, ...call }, responder);
  }
  const { problem } = parsed;
  await responder.respond({ summary: problem, blocks: [paragraph(problem)] }, { onlyCaller, trouble: {} });
}
