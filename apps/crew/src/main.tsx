import { startApp } from '#web';
import { App } from './App.js';

startApp(<App />, 'night');
