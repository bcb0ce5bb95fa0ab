import { CONSOLE, SessionGate, useSystem, useTexts } from '#web';
import { Console } from './Console.js';
import { ShiftLogPage } from './shift-log/ShiftLogPage.js';
import { BesideConsole } from './windows/BesideConsole.js';
import { windowKind } from './windows/windows.js';

/** The log of the shift is a page of its own, `/console/so-ca`: it is read, written and printed away from the calls. */
const isShiftLog = () => /\/so-ca\/?$/.test(location.pathname);

function Hint() {
  const { t } = useTexts();
  const demonstration = useSystem(({ system }) => system?.demonstrationRegion ?? false);
  if (!demonstration) return null;
  return <p className="sign-in-hint">{t(CONSOLE.demoHint)}</p>;
}

/** The console behind its sign-in. */
export function App() {
  const beside = windowKind();
  return (
    <SessionGate roles={['call_taker', 'dispatcher', 'supervisor', 'admin']} hint={<Hint />}>
      {(account) =>
        isShiftLog() ? (
          <ShiftLogPage account={account} />
        ) : beside === 'console' ? (
          <Console account={account} />
        ) : (
          <BesideConsole beside={beside} />
        )
      }
    </SessionGate>
  );
}
