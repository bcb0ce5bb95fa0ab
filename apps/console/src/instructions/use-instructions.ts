import type { CardKey, InstructionCard } from '#contracts';
import { failureOf, machineNow, send, serverNow, type Failure } from '#web';
import { create } from 'zustand';
import { changeDraft, useDraft } from '../intake/use-draft.js';
import { useRoom } from '../room.js';
import { startMetronome } from './metronome.js';

interface Instructions {
  open: boolean;
  card: CardKey | null;
  /** From 0. */
  step: number;
  /** When the beat began, by this machine's clock; null while it is silent. */
  beatSinceMs: number | null;
  failure: Failure | null;
}
const CLOSED: Instructions = { open: false, card: null, step: 0, beatSinceMs: null, failure: null };

/** What is being read out to the caller. */
export const useInstructions = create<Instructions>(() => CLOSED);
const set = useInstructions.setState;

let silence: (() => void) | null = null;

export function stopBeat(): void {
  silence?.();
  silence = null;
  set({ beatSinceMs: null });
}
export function startBeat({ compressions }: InstructionCard): void {
  if (silence || !compressions) return;
  silence = startMetronome(compressions.perMinute);
  set({ beatSinceMs: machineNow() });
}

/** A card that was begun is part of the history: of the call being typed, or of the incident on screen. */
function remember(card: CardKey): void {
  const { work, incidentId } = useRoom.getState();
  if (work === 'incident' && incidentId)
    return void send('incident.instruct', { incidentId, card }).catch((thrown: unknown) =>
      set({ failure: failureOf(thrown) }),
    );
  const { instructions } = useDraft.getState();
  if (instructions.some((given) => given.card === card)) return;
  changeDraft({ instructions: [...instructions, { card, at: new Date(serverNow()).toISOString() }] });
}

export function beginCard(card: InstructionCard): void {
  stopBeat();
  set({ card: card.key, step: 0, failure: null });
  remember(card.key);
  if (card.compressions?.fromStep === 1) startBeat(card);
}

/** Goes to a step; the beat begins with the first compressions and goes on until somebody stops it. */
export function goToStep(card: InstructionCard, step: number): void {
  if (step < 0 || step >= card.steps.length) return;
  set({ step });
  if (card.compressions && step + 1 >= card.compressions.fromStep) startBeat(card);
}

export const openInstructions = () => set({ open: true });
export function closeInstructions(): void {
  stopBeat();
  set(CLOSED);
}
