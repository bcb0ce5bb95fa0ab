import { SessionGate } from '#web';
import { DeskScreen } from './desk/DeskScreen.js';
import { CrewScreen } from './screen/CrewScreen.js';

/** The vehicle's tablet for a crew, the station's desk for a station. */
export const App = () => (
  <SessionGate roles={['crew', 'station']}>
    {(account) => (account.role === 'station' ? <DeskScreen /> : <CrewScreen account={account} />)}
  </SessionGate>
);
