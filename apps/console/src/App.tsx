import { CONSOLE, SessionGate, useTexts } from '#web';
import { Console } from './Console.js';

function Hint() {
  const { t } = useTexts();
  return <p className="sign-in-hint">{t(CONSOLE.demoHint)}</p>;
}

/** The console behind its sign-in. */
export function App() {
  return (
    <SessionGate roles={['call_taker', 'dispatcher', 'supervisor', 'admin']} hint={<Hint />}>
      {(account) => <Console account={account} />}
    </SessionGate>
  );
}
