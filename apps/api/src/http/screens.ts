import type { NestExpressApplication } from '@nestjs/platform-express';
import { packageRoot } from '#database';
import express, { type Request, type Response } from 'express';
import { join } from 'node:path';

const SCREENS = ['console', 'crew', 'stats', 'field'] as const;
const YEAR_SECONDS = 31_536_000;

/** The web apps from the build: files with a hash in their name are kept for ever, pages are asked for anew. */
export function serveScreens(app: NestExpressApplication): void {
  app.use('/', redirectHome);
  for (const screen of SCREENS) {
    const folder = join(packageRoot(), 'dist/web', screen);
    app.use(
      `/${screen}`,
      express.static(folder, {
        setHeaders: (response, path) =>
          response.set(
            'Cache-Control',
            path.includes('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
          ),
      }),
    );
    // A page of the app's own making, reloaded: the app finds its way by itself.
    app.use(`/${screen}`, (request: Request, response: Response, next: () => void) => {
      if (request.method !== 'GET' || !request.accepts('html') || request.path.includes('.')) return next();
      response.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'), (error) => error && next());
    });
  }
}

function redirectHome(request: Request, response: Response, next: () => void): void {
  if (request.path === '/' && request.method === 'GET') response.redirect('/console/');
  else next();
}
