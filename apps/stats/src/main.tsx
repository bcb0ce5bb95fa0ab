import { STATS, SessionGate, startApp, useTexts } from '#web';

function App() {
  const { t } = useTexts();
  return <SessionGate roles={['dispatcher', 'supervisor', 'admin']}>{() => <h1>{t(STATS.title)}</h1>}</SessionGate>;
}

startApp(<App />, 'light');
