import { z } from 'zod';

const id = z.string().min(1).max(200);
const texts = z
  .record(z.string().max(100), z.string().max(4000))
  .refine((record) => Object.keys(record).length <= 50, 'at most 50 of them');

/** The bodies that the local server's API takes. */
export const apiRequests = {
  run: z.union([
    z.strictObject({ channelId: id, line: z.string().max(4000) }),
    z.strictObject({ channelId: id, command: id, options: texts }),
  ]),
  complete: z.union([
    z.strictObject({ channelId: id, line: z.string().max(4000) }),
    /** A field of a form, which completes as the option of a command does. */
    z.strictObject({ channelId: id, command: id, option: id, typed: z.string().max(4000) }),
  ]),
  action: z.strictObject({ channelId: id, messageId: id, action: id, value: z.string().max(4000) }),
  form: z.strictObject({ channelId: id, action: id, reference: z.string().max(4000).optional(), answers: texts }),
};

export type Body<Name extends keyof typeof apiRequests> = z.infer<(typeof apiRequests)[Name]>;

/** Why a body was refused, in a sentence for whoever wrote the client. */
export function describeProblems(error: z.ZodError): string {
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return `The request could not be read. ${problems.join('; ')}.`;
}
