import base from './jest.config.js';

/** Browser specs: the real server, the built screens, Debian's Chromium. Run through `npm run test:e2e`. */
export default {
  ...base,
  roots: ['<rootDir>/test/e2e'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 180000,
};
