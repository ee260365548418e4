import { PermissionFlagsBits } from 'discord.js';

/** What the bot needs in a channel it posts to, and why. */
export const neededPermissions = {
  'View Channels': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Attach Files': PermissionFlagsBits.AttachFiles,
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

/** What more it needs where subscriptions are to have a name and picture of their own. */
const ownLookPermissions = { 'Manage Webhooks': PermissionFlagsBits.ManageWebhooks } as const;

/** Where an administrator adds the bot to a server, with the least permissions: those above and no others. */
export function installLink(applicationId: string, { ownLooks = false }: { readonly ownLooks?: boolean } = {}): string {
  const wanted = { ...neededPermissions, ...(ownLooks && ownLookPermissions) };
  const permissions = Object.values(wanted).reduce((sum, bit) => sum | bit, 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
