import type { InstructionCard, Protocol, ReasonKey } from '#contracts';
import { isPassing, failureOf, read } from '#web';
import { useEffect } from 'react';
import { create } from 'zustand';

interface ProtocolState {
  protocols: readonly Protocol[];
  cards: readonly InstructionCard[];
}

/** The questions and instructions in force; empty until the server has sent them. */
export const useProtocols = create<ProtocolState>(() => ({ protocols: [], cards: [] }));

const AGAIN_AFTER_MS = 3_000;

/** Reads them once, again while the server cannot be reached. */
export function useLoadProtocols(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const abort = new AbortController();
    const load = () =>
      read('GET /api/protocols', { signal: abort.signal })
        .then((inForce) => useProtocols.setState(inForce))
        .catch((thrown: unknown) => {
          if (abort.signal.aborted) return;
          if (isPassing(failureOf(thrown))) timer = setTimeout(() => void load(), AGAIN_AFTER_MS);
          else console.warn('protocols', thrown);
        });
    void load();
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, []);
}

const ofReason = (protocols: readonly Protocol[], reason: ReasonKey | null) =>
  protocols.find((protocol) => protocol.reason === reason) ?? null;

/** The questions for a reason; null before they have come. */
export const useProtocol = (reason: ReasonKey | null): Protocol | null =>
  useProtocols(({ protocols }) => ofReason(protocols, reason));
export const protocolNow = (reason: ReasonKey | null): Protocol | null =>
  ofReason(useProtocols.getState().protocols, reason);
