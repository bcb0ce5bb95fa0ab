import type { Account, Session } from '#contracts';
import { create } from 'zustand';

interface SessionState {
  /** `asking` until the first renewal has answered. */
  status: 'asking' | 'signed_out' | 'signed_in';
  accessToken: string | null;
  /** When the access token ends, in milliseconds of this machine's clock. */
  expiresAtMs: number;
  account: Account | null;
}

/** Who is signed in on this screen. The access token lives here and nowhere else; the cookie is out of reach. */
export const useSession = create<SessionState>(() => ({
  status: 'asking',
  accessToken: null,
  expiresAtMs: 0,
  account: null,
}));

export const beginSession = ({ accessToken, expiresAt, account }: Session) =>
  useSession.setState({ status: 'signed_in', accessToken, account, expiresAtMs: new Date(expiresAt).getTime() });

export const endSession = () =>
  useSession.setState({ status: 'signed_out', accessToken: null, account: null, expiresAtMs: 0 });
