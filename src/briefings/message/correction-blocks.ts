import type { MessageBlock, Span } from '../../chat/message.ts';
import { dayAndMonth } from '../../wording/formats.ts';
import type { Citation, Statement } from '../briefing.ts';
import type { Correction } from '../news/find-corrections.ts';
import { type BriefingWording, text } from './briefing-frame.ts';

export interface CorrectionContext {
  readonly wording: BriefingWording;
  readonly zone: string;
  readonly citationSpan: (citation: Citation) => Span;
  /** Before the statement. */
  readonly lead?: readonly Span[];
}

/** A statement that was corrected: the old words struck, the new ones after them, and under them what changed and when. */
export function correctedStatement(
  { text: said, citations }: Statement,
  correction: Correction,
  context: CorrectionContext,
): readonly MessageBlock[] {
  const old: Span[] = [text(said, 'struck'), ...citations.map(context.citationSpan)];
  const { says } = correction;
  const now: Span[] = says ? [text(' '), { kind: 'quoted', text: says.quote }, context.citationSpan(says)] : [];
  return [
    { kind: 'paragraph', spans: [...(context.lead ?? []), ...old, ...now] },
    { kind: 'context', spans: correctionNote(correction, context) },
  ];
}

/** "Corrected 19 July 09:10: said 9, says 12 [3]"; "Withdrawn 19 July 09:10: retracted by the operator of this service". */
export function correctionNote(
  { said, says, numbers, at, takenBack, note }: Correction,
  { wording, zone, citationSpan }: Omit<CorrectionContext, 'lead'>,
): Span[] {
  const time = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const day = dayAndMonth(time.toPlainDate(), wording);
  const when = `${day} ${time.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  const noted: Span[] = note === undefined ? [] : noteSpans(note, takenBack?.by === 'operator', wording);
  if (takenBack) {
    const by = takenBack.by === 'publisher' ? wording.byPublisher : wording.byOperator;
    return [text(`${wording.withdrawnAt(when)}${wording.colon}${by}`), ...noted];
  }
  const before = numbers.map((number) => number.before).join(wording.comma);
  const now = numbers.map((number) => number.now).join(wording.comma);
  const what =
    says === undefined ? wording.takenOut : numbers.length > 0 ? wording.saidSays(before, now) : wording.saysOtherwise;
  return [text(`${wording.correctedAt(when)}${wording.colon}${what} `), citationSpan(says ?? said), ...noted];
}

/** The operator's words are ours; the publisher's are quoted, as it rules how its mistakes are named. */
function noteSpans(note: string, isOurs: boolean, { colon, publishersNote }: BriefingWording): Span[] {
  if (isOurs) return [text(` · ${note}`)];
  return [text(` · ${publishersNote}${colon}`), { kind: 'quoted', text: note }];
}
