import type { CallerPage, ErrorCode, SharedPosition } from '#contracts';

const TIMEOUT_MS = 8_000;

/** The server said no, and why. */
export class Refused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method: body ? 'POST' : 'GET',
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Refused((answer as { code: ErrorCode }).code);
  return answer as T;
}

/** What the secret in this page's address opens. */
export const linkOf = (secret: string) => {
  const path = `/api/links/${encodeURIComponent(secret)}`;
  return {
    page: () => ask<CallerPage>(path),
    sharePosition: (position: SharedPosition) => ask<{ taken: boolean }>(`${path}/position`, position),
    reportLeft: (left: boolean) => ask<CallerPage>(`${path}/left`, { left }),
  };
};
export type Link = ReturnType<typeof linkOf>;
