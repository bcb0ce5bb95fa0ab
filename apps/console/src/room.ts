import type { IncidentId, LngLat, VehicleId } from '#contracts';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type PanelName = 'intake' | 'incidents' | 'recommendations' | 'units' | 'map' | 'callBacks';
export type Overlay = 'palette' | 'help' | 'alarms';
export type Preset = 1 | 2 | 3 | 4;

/** What a click on the map is for while a pin is being placed. */
export type Pinning = 'intake' | 'incident' | 'staging' | 'obstruction';

interface LastDispatch {
  undo: (() => Promise<unknown>)[];
  words: { callSigns: string; number: string };
  atMs: number;
}

interface Room {
  incidentId: IncidentId | null;
  vehicleId: VehicleId | null;
  /** What the work panel shows: the form, the chosen incident, messages, or those to be called back. */
  work: 'intake' | 'incident' | 'messages' | 'callBacks';
  /** On smaller screens the work panel lies over the others while open. */
  workOpen: boolean;
  lower: 'recommendations' | 'units';
  /** Whom the recommendations are for: the call being typed, or the chosen incident; whichever was touched last. */
  recommendFor: 'draft' | 'incident';
  overlay: Overlay | null;
  preset: Preset;
  pinning: Pinning | null;
  /** Where the pin fell for the incident on screen; the detail panel saves it. */
  pinned: LngLat | null;
  /** The same for the staging point of an incident with many patients. */
  pinnedStaging: LngLat | null;
  lastDispatch: LastDispatch | null;
  /** The choice was made in another window of this desk, and need not be told. */
  chosenElsewhere: boolean;
  /** The vehicle whose crew is being called, shown with its numbers. */
  calling: VehicleId | null;
}

/** What this dispatcher has chosen and opened, theirs alone as the board is everybody's; the preset is kept on this machine. */
export const useRoom = create<Room>()(
  persist(
    (): Room => ({
      incidentId: null,
      vehicleId: null,
      work: 'intake',
      workOpen: false,
      lower: 'recommendations',
      recommendFor: 'draft',
      overlay: null,
      preset: 2,
      pinning: null,
      pinned: null,
      pinnedStaging: null,
      lastDispatch: null,
      calling: null,
      chosenElsewhere: false,
    }),
    { name: 'room', partialize: ({ preset }) => ({ preset }) },
  ),
);

const set = useRoom.setState;

export const selectIncident = (incidentId: IncidentId | null) =>
  set({ incidentId, pinned: null, recommendFor: 'incident', chosenElsewhere: false });
/** What another window of this desk has chosen. */
export const chooseHere = (incidentId: IncidentId | null, vehicleId: VehicleId | null) =>
  set(({ recommendFor, incidentId: before }) => ({
    incidentId,
    vehicleId,
    pinned: null,
    recommendFor: incidentId !== before && incidentId ? 'incident' : recommendFor,
    chosenElsewhere: true,
  }));
export const openIncident = (incidentId: IncidentId) =>
  set({
    incidentId,
    work: 'incident',
    workOpen: true,
    overlay: null,
    pinned: null,
    recommendFor: 'incident',
    chosenElsewhere: false,
  });
export const openIntake = () => set({ work: 'intake', workOpen: true, overlay: null });
export const openCallBacks = () => set({ work: 'callBacks', workOpen: true, overlay: null });
export const closeWork = () => set({ workOpen: false });
export const selectVehicle = (vehicleId: VehicleId | null) => set({ vehicleId, chosenElsewhere: false });
export const showLower = (lower: Room['lower']) => set({ lower });
export const openOverlay = (overlay: Overlay) => set({ overlay });
export const closeOverlay = () => set({ overlay: null });
export const choosePreset = (preset: Preset) => set({ preset });

export const callCrewOf = (vehicleId: VehicleId) => set({ calling: vehicleId });
export const stopCalling = () => set({ calling: null });
/** The next click on the map is the place. */
export const startPinning = (pinning: Pinning) => set({ pinning });
export const stopPinning = () => set({ pinning: null });
