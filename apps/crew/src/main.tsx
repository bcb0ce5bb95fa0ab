import { CREW, SessionGate, startApp, useTexts } from '#web';

function App() {
  const { t } = useTexts();
  return <SessionGate roles={['crew']}>{() => <h1>{t(CREW.title)}</h1>}</SessionGate>;
}

startApp(<App />, 'night');
