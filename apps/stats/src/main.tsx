import { SessionGate, startApp } from '#web';
import { StatsScreen } from './StatsScreen.js';

startApp(<SessionGate roles={['dispatcher', 'supervisor', 'admin']}>{() => <StatsScreen />}</SessionGate>, 'light');
