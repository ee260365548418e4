import { z } from 'zod';
import { lengthLimits } from '../../text/limits.ts';

const id = z.string().min(1).max(200);
const texts = z
  .record(z.string().max(100), z.string().max(lengthLimits.line))
  .refine((record) => Object.keys(record).length <= 50, 'at most 50 of them');

const text = z.string().max(lengthLimits.line);
const field = z.strictObject({
  name: id,
  label: text,
  hint: text.exactOptional(),
  value: text.exactOptional(),
  required: z.boolean().exactOptional(),
  choices: z
    .array(z.strictObject({ label: text, value: text, description: text.exactOptional() }))
    .max(200)
    .exactOptional(),
  completes: z.strictObject({ command: id, option: id }).exactOptional(),
});

/** The bodies that the local server's API takes. */
export const apiRequests = {
  run: z.union([
    z.strictObject({ channelId: id, line: z.string().max(lengthLimits.line) }),
    z.strictObject({ channelId: id, command: id, options: texts }),
  ]),
  complete: z.union([
    z.strictObject({ channelId: id, line: z.string().max(lengthLimits.line) }),
    /** A field of a form, which completes as the option of a command does. */
    z.strictObject({ channelId: id, command: id, option: id, typed: z.string().max(lengthLimits.line) }),
  ]),
  action: z.strictObject({ channelId: id, messageId: id, action: id, value: z.string().max(lengthLimits.line) }),
  /** A form that the server opened, to be seen as elsewhere. */
  formPreview: z.strictObject({
    form: z.strictObject({
      ...{ action: id, reference: text.exactOptional(), title: text, submitLabel: text },
      fields: z.array(field).max(50),
    }),
  }),
  form: z.strictObject({
    channelId: id,
    action: id,
    reference: z.string().max(lengthLimits.line).optional(),
    answers: texts,
  }),
};

export type Body<Name extends keyof typeof apiRequests> = z.infer<(typeof apiRequests)[Name]>;

/** Why a body was refused, in a sentence for whoever wrote the client. */
export function describeProblems(error: z.ZodError): string {
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return `The request could not be read. ${problems.join('; ')}.`;
}
