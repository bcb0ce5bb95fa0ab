import { ROLES, type Account, type Role } from '#contracts';
import { useEffect, useState, type ReactNode } from 'react';
import { COMMON } from '../texts/common.js';
import { useTexts } from '../texts/language.js';
import { Button } from '../ui/controls.js';
import { EmptyState, Skeleton } from '../ui/surfaces.js';
import { read, renewSession } from './api.js';
import { failureOf, isPassing } from './failure.js';
import { endSession, useSession } from './session.js';
import { SignIn } from './SignIn.js';
import { loadSystem } from './system.js';

/** Signs out here and, when the server can be reached, there. */
export function signOut(): void {
  read('DELETE /api/session').catch((thrown: unknown) => console.warn('not signed out', failureOf(thrown).code));
  endSession();
}

/** A page cannot see the cookie: this says that there may be one, and without it nobody needs to ask. */
const HINT = 'signed-in';
const ASK_AGAIN_MS = 3_000;

/** Finds the session of the cookie again; a server that cannot be reached does not sign anybody out. */
async function findSession(ended: AbortSignal, onAway: () => void): Promise<void> {
  if (localStorage.getItem(HINT) === null) return endSession();
  while (!ended.aborted) {
    try {
      return await renewSession();
    } catch (thrown) {
      const failure = failureOf(thrown);
      console.info('no session yet', failure.code);
      if (!isPassing(failure)) return endSession();
    }
    onAway();
    await new Promise((resume) => setTimeout(resume, ASK_AGAIN_MS));
  }
}

/** Asks for the session once per page, and remembers on this machine whether there is one. */
function useFoundSession(): { away: boolean } {
  const status = useSession((session) => session.status);
  const [away, setAway] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    void findSession(ended.signal, () => setAway(true)).then(loadSystem);
    return () => ended.abort();
  }, []);
  useEffect(() => {
    if (status === 'signed_in') localStorage.setItem(HINT, '');
    if (status === 'signed_out') localStorage.removeItem(HINT);
  }, [status]);
  return { away };
}

/**
 * Shows the screen to the roles it is for, the sign-in form to everybody else. A reload finds the session again through
 * its cookie.
 */
export function SessionGate(props: {
  roles: readonly Role[];
  hint?: ReactNode;
  /** Shown while the server cannot be reached, instead of saying so. */
  away?: ReactNode;
  children: (account: Account) => ReactNode;
}) {
  const { t } = useTexts();
  const { status, account } = useSession();
  const { away } = useFoundSession();
  if (status === 'asking' && away)
    return (
      props.away ?? (
        <main className="sign-in">
          <EmptyState title={t(COMMON.serverAway)} />
        </main>
      )
    );
  if (status === 'asking') return <Skeleton rows={3} rowHeight={60} label={t(COMMON.loading)} />;
  if (status === 'signed_out' || !account) return <SignIn>{props.hint}</SignIn>;
  if (!props.roles.includes(account.role))
    return (
      <main className="sign-in">
        <EmptyState
          title={t(COMMON.wrongRole, { login: account.login, role: t(ROLES[account.role]) })}
          action={<Button onClick={signOut}>{t(COMMON.signOut)}</Button>}
        />
      </main>
    );
  return <>{props.children(account)}</>;
}
