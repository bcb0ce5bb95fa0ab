// `npm run build`: the server programs and the screens, as far as their sources are newer than what is built.
import { buildScreens, buildServer } from './building.mjs';

await buildServer();
await buildScreens();
