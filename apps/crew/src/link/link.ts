export type LinkState =
  { kind: 'offline'; seconds: number; pending: number } | { kind: 'sending'; pending: number } | { kind: 'synced' };

/** A pulse comes every second; three missed ones are a lost link, whatever the socket believes. */
const SILENT_AFTER_MS = 3_000;

/** Whether the crew may believe what it sees, and what the server has not got yet. */
export function linkState(
  hearing: { connected: boolean; heardAtMs: number },
  pending: number,
  nowMs: number,
): LinkState {
  const silentMs = nowMs - hearing.heardAtMs;
  if (!hearing.connected || silentMs > SILENT_AFTER_MS)
    return { kind: 'offline', seconds: Math.max(0, Math.floor(silentMs / 1000)), pending };
  return pending > 0 ? { kind: 'sending', pending } : { kind: 'synced' };
}
