import { IncidentId, LngLat, VehicleId } from '#contracts';
import { z } from 'zod';

/** What the windows of one desk tell each other. A window of another version may send what this one does not know. */
const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('chosen'), incidentId: IncidentId.nullable(), vehicleId: VehicleId.nullable() }),
  z.object({ kind: z.literal('acknowledged'), causes: z.array(z.string()) }),
  z.object({ kind: z.literal('muted'), untilMs: z.number() }),
  /** To be shown in the console itself: a window beside it has no panel for it. */
  z.object({ kind: z.literal('open'), incidentId: IncidentId }),
  /** The console waits for a place to be shown on any map of the desk. */
  z.object({
    kind: z.literal('pinning'),
    pinning: z.enum(['intake', 'incident', 'staging', 'obstruction']).nullable(),
  }),
  z.object({ kind: z.literal('picked'), at: LngLat }),
]);
export type Message = z.infer<typeof Message>;

let opened: BroadcastChannel | null = null;
const channel = () => (opened ??= new BroadcastChannel('console'));

export const tell = (message: Message): void => channel().postMessage(message);

/** Hears the other windows of this desk, never itself; returns what ends it. */
export function hear(listener: (message: Message) => void): () => void {
  const onMessage = ({ data }: MessageEvent) => {
    const message = Message.safeParse(data);
    if (message.success) listener(message.data);
  };
  channel().addEventListener('message', onMessage);
  return () => channel().removeEventListener('message', onMessage);
}
