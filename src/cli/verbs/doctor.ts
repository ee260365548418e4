import { diagnose } from '../doctor/diagnose.ts';
import { renderFindings } from '../doctor/finding.ts';
import { printJson } from '../terminal-output.ts';

export interface DoctorFlags {
  readonly offline?: boolean;
  readonly json?: boolean;
}

/** `kurzwelle doctor`: reports problems and remedies. The exit code is 1 if something fails, else 0. */
export async function doctor(
  { offline = false, json = false }: DoctorFlags,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const findings = await diagnose(env, { offline });
  const failed = findings.some(({ result }) => result === 'failure');
  if (json) printJson({ ok: !failed, findings });
  else {
    const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
    process.stdout.write(`${renderFindings(findings, { color })}\n`);
  }
  process.exitCode = failed ? 1 : 0;
}
