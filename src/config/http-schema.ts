import { z } from 'zod';
import { isAddressRange } from '../runtime/address-ranges.ts';

const hostOrRange = z
  .string()
  .refine(
    (text) => isAddressRange(text) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/iu.test(text),
    'use a host, an address or a range, such as intranet.example, 10.1.2.3 or 10.0.0.0/8',
  );

/** `http`: how feeds and pages are fetched. */
export const httpSchema = z
  .strictObject({
    proxy: z
      .url({ protocol: /^https?$/, error: 'use the address of an HTTP proxy, such as http://proxy.example:3128' })
      .optional()
      .describe('HTTP proxy for feeds and pages; if unset, HTTPS_PROXY or HTTP_PROXY. A proxy resolves names itself.'),
    noProxy: z
      .array(z.string())
      .default([])
      .describe('Hosts that are reached without the proxy, such as .intranet.example; NO_PROXY adds to them.'),
    allowPrivate: z
      .array(hostOrRange)
      .default([])
      .describe(
        'Hosts, addresses and ranges of your own network that may be read. All other private addresses are refused, so that no page can lead to your machines.',
      ),
    certificateAuthorities: z
      .array(z.string().min(1))
      .default([])
      .describe('PEM files with certificates of your own authorities, trusted beside the usual ones.'),
  })
  .describe('How feeds and their pages are fetched; see docs/networks.md.')
  .prefault({});
