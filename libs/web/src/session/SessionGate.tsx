import { ROLES, type Account, type Role } from '#contracts';
import { useEffect, type ReactNode } from 'react';
import { COMMON } from '../texts/common.js';
import { useTexts } from '../texts/language.js';
import { Button } from '../ui/controls.js';
import { EmptyState, Skeleton } from '../ui/surfaces.js';
import { read, renewSession } from './api.js';
import { failureOf } from './failure.js';
import { endSession, useSession } from './session.js';
import { SignIn } from './SignIn.js';
import { loadSystem } from './system.js';

/** Signs out here and, when the server can be reached, there. */
export function signOut(): void {
  read('DELETE /api/session').catch((thrown: unknown) => console.warn('not signed out', failureOf(thrown).code));
  endSession();
}

/**
 * Shows the screen to the roles it is for, the sign-in form to everybody else. A reload finds the session again through
 * its cookie.
 */
export function SessionGate(props: {
  roles: readonly Role[];
  hint?: ReactNode;
  children: (account: Account) => ReactNode;
}) {
  const { t } = useTexts();
  const { status, account } = useSession();

  useEffect(() => {
    void loadSystem();
    renewSession().catch((thrown: unknown) => {
      console.info('no session yet', failureOf(thrown).code);
      endSession();
    });
  }, []);

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
