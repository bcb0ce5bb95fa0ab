import { CONSOLE, SessionGate, startApp, useTexts } from '#web';

function App() {
  const { t } = useTexts();
  return (
    <SessionGate roles={['call_taker', 'dispatcher', 'supervisor', 'admin']}>
      {() => <h1>{t(CONSOLE.title)}</h1>}
    </SessionGate>
  );
}

startApp(<App />, 'dark');
