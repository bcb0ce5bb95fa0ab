import { raw, type NextFunction, type Request, type RequestHandler, type Response } from 'express';

/** Where phones and trackers report. */
export const TRACKER_PATHS = ['/t', '/owntracks', '/els'];

/**
 * Reads what a tracker sends whatever it calls it. A body that cannot be read becomes null and is counted further on:
 * refused, a phone would send it again for ever and hold back every position behind it.
 */
export const readTrackerBody = (limit: string): RequestHandler[] => [raw({ type: () => true, limit }), decode];

function decode(request: Request, _response: Response, next: NextFunction): void {
  const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
  const isForm = request.is('application/x-www-form-urlencoded') !== false;
  request.body = isForm ? Object.fromEntries(new URLSearchParams(text)) : fromJson(text);
  next();
}

function fromJson(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Unreadable, which is all there is to know: the decoders answer null with "invalid".
    return null;
  }
}
