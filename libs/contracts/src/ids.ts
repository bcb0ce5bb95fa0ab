import { z } from 'zod';

/** Branded UUIDs: people see call signs and incident numbers, code sees these, and one kind is never taken for another. */
const id = <B extends string>() => z.uuid().brand<B>();

export const CallId = id<'CallId'>();
export const IncidentId = id<'IncidentId'>();
export const VehicleId = id<'VehicleId'>();
export const StationId = id<'StationId'>();
export const HospitalId = id<'HospitalId'>();
export const OwnerId = id<'OwnerId'>();
export const MissionId = id<'MissionId'>();
export const RequestId = id<'RequestId'>();
export const OfferId = id<'OfferId'>();
export const AccountId = id<'AccountId'>();
export const ShiftId = id<'ShiftId'>();
export const NoteId = id<'NoteId'>();
/** Of a call that is still being typed, given by the screen it is typed at. */
export const DraftId = id<'DraftId'>();
export const PrealertId = id<'PrealertId'>();
export const ObstructionId = id<'ObstructionId'>();
export const SuggestionId = id<'SuggestionId'>();
export const RingId = id<'RingId'>();
export const CallBackId = id<'CallBackId'>();
export const CallerMarkId = id<'CallerMarkId'>();
export const PhonePositionId = id<'PhonePositionId'>();
export const AlarmId = id<'AlarmId'>();
export const MessageId = id<'MessageId'>();
export const DistressId = id<'DistressId'>();
export const CasualtyId = id<'CasualtyId'>();
export const LogEntryId = id<'LogEntryId'>();
export const CallerLinkId = id<'CallerLinkId'>();
/** Chosen by the client, once per intention: the idempotency key of a write. */
export const CommandId = id<'CommandId'>();

export type CallId = z.infer<typeof CallId>;
export type IncidentId = z.infer<typeof IncidentId>;
export type VehicleId = z.infer<typeof VehicleId>;
export type StationId = z.infer<typeof StationId>;
export type HospitalId = z.infer<typeof HospitalId>;
export type OwnerId = z.infer<typeof OwnerId>;
export type MissionId = z.infer<typeof MissionId>;
export type RequestId = z.infer<typeof RequestId>;
export type OfferId = z.infer<typeof OfferId>;
export type AccountId = z.infer<typeof AccountId>;
export type ShiftId = z.infer<typeof ShiftId>;
export type NoteId = z.infer<typeof NoteId>;
export type DraftId = z.infer<typeof DraftId>;
export type PrealertId = z.infer<typeof PrealertId>;
export type ObstructionId = z.infer<typeof ObstructionId>;
export type SuggestionId = z.infer<typeof SuggestionId>;
export type RingId = z.infer<typeof RingId>;
export type CallBackId = z.infer<typeof CallBackId>;
export type CallerMarkId = z.infer<typeof CallerMarkId>;
export type PhonePositionId = z.infer<typeof PhonePositionId>;
export type AlarmId = z.infer<typeof AlarmId>;
export type MessageId = z.infer<typeof MessageId>;
export type DistressId = z.infer<typeof DistressId>;
export type CasualtyId = z.infer<typeof CasualtyId>;
export type LogEntryId = z.infer<typeof LogEntryId>;
export type CallerLinkId = z.infer<typeof CallerLinkId>;
export type CommandId = z.infer<typeof CommandId>;
