import {
  type APIApplication,
  type APIUser,
  ApplicationFlags,
  PermissionFlagsBits,
  type RESTAPIPartialCurrentUserGuild,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from 'discord.js';
import { applicationCommands, type CommandDefinition } from './application-commands.ts';
import { asChat } from './errors.ts';
import { installLink, missingOf } from './permissions.ts';
import { type CommandDifference, registerCommands } from './register-commands.ts';
import { createDiscordRest, createRequestGuard } from './rest.ts';

/** What Discord knows of our application; nothing is changed by asking. */
export interface ApplicationReport {
  readonly botName: string;
  readonly installLink: string;
  /** Whether the privileged intent for the words of messages is on, for few servers or approved for many. */
  readonly hasMessageContent: boolean;
  /** Servers it is in, at most the first 200, each with the permissions that its roles there lack. */
  readonly guilds: readonly { readonly name: string; readonly missing: readonly string[] }[];
  /** Connections that may still be begun today. */
  readonly sessionsLeft: number;
  readonly commands: CommandDifference;
}

/** Looks an application up by its token. Throws ChatError. */
export function examineApplication(
  commands: readonly CommandDefinition[],
  { token, api }: { readonly token: string; readonly api?: string | undefined },
): Promise<ApplicationReport> {
  const rest = createDiscordRest({ token, ...(api !== undefined && { api }), guard: createRequestGuard() });
  return asChat('look up the application', async () => {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    const [user, guilds, gateway, difference] = await Promise.all([
      rest.get(Routes.user()) as Promise<APIUser>,
      rest.get(Routes.userGuilds()) as Promise<RESTAPIPartialCurrentUserGuild[]>,
      rest.get(Routes.gatewayBot()) as Promise<RESTGetAPIGatewayBotResult>,
      registerCommands(applicationCommands(commands), { rest, dryRun: true }),
    ]);
    return {
      botName: user.username,
      installLink: installLink(application.id),
      hasMessageContent: (application.flags & messageContentFlags) !== 0,
      guilds: guilds.map(({ name, permissions }) => ({ name, missing: missingIn(BigInt(permissions)) })),
      sessionsLeft: gateway.session_start_limit.remaining,
      commands: difference,
    };
  });
}

const messageContentFlags = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

function missingIn(permissions: bigint): readonly string[] {
  return permissions & PermissionFlagsBits.Administrator ? [] : missingOf(permissions);
}
