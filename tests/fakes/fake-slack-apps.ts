import { randomUUID } from 'node:crypto';

/** Whom a token belongs to. */
export interface FakeToken {
  readonly team: string;
  /** The Enterprise organization, where the token is one of all its workspaces. */
  readonly organization?: string;
  readonly botUser: string;
  readonly scopes: readonly string[];
}

type Answer = Record<string, unknown>;
type Args = Readonly<Record<string, string>>;

const tokenSeconds = 12 * 3_600;

/** Installations of one app: codes and refresh tokens that work once, tokens that can be revoked. */
export class FakeSlackApps {
  readonly tokens = new Map<string, FakeToken>();
  readonly #codes = new Map<string, FakeToken>();
  readonly #refreshTokens = new Map<string, FakeToken>();
  /** Whether the app lets its tokens be exchanged. */
  rotates = false;

  /** What the browser brings back to the app once somebody agreed. */
  newCode(installed: FakeToken): string {
    const code = `code-${randomUUID()}`;
    this.#codes.set(code, installed);
    return code;
  }

  revokeAll(team: string): void {
    for (const [token, owner] of this.tokens) if (owner.team === team) this.tokens.delete(token);
  }

  /** `oauth.v2.access`: for a code, or for a refresh token. */
  access(args: Args): Answer {
    const isRefresh = args.grant_type === 'refresh_token';
    const known = isRefresh ? this.#refreshTokens : this.#codes;
    const key = (isRefresh ? args.refresh_token : args.code) ?? '';
    const owner = known.get(key);
    known.delete(key);
    if (!owner) return { ok: false, error: isRefresh ? 'invalid_refresh_token' : 'invalid_code' };
    const token = `xoxb-${randomUUID()}`;
    this.tokens.set(token, owner);
    return { ok: true, access_token: token, token_type: 'bot', ...this.#refresh(owner), ...aboutApp(owner) };
  }

  #refresh(owner: FakeToken): Answer {
    if (!this.rotates) return {};
    const refreshToken = `xoxe-1-${randomUUID()}`;
    this.#refreshTokens.set(refreshToken, owner);
    return { refresh_token: refreshToken, expires_in: tokenSeconds };
  }
}

function aboutApp({ team, organization, botUser, scopes }: FakeToken): Answer {
  return {
    app_id: 'A1',
    bot_user_id: botUser,
    scope: scopes.join(','),
    team: organization === undefined ? { id: team, name: `Team ${team}` } : null,
    enterprise: organization === undefined ? null : { id: organization, name: `Organization ${organization}` },
    is_enterprise_install: organization !== undefined,
    authed_user: { id: 'U1' },
  };
}

/** `auth.test`. */
export function describeToken({ team, organization, botUser }: FakeToken): Answer {
  return {
    ok: true,
    team_id: organization ?? team,
    ...(organization !== undefined && { enterprise_id: organization, is_enterprise_install: true }),
    bot_id: 'B1',
    user_id: botUser,
    url: 'https://acme.slack.example/',
  };
}
