/**
 * What the three web apps share: looks (tokens, fonts, marks, controls), the dictionary, the server's time, the session
 * and the calls to the server, and the live feed that says itself when it is not fresh. It knows the contracts only.
 */
export {
  MapView,
  type MapHandle,
  type MapViewProps,
  type ObstructionMark,
  type PhoneMark,
  type Sketch,
} from './map/index.js';
export { startApp } from './start.js';
export { SCALES, useAppearance, type Scale, type Theme } from './theme/theme.js';
export * from './texts/index.js';
export * from './time/format.js';
export { clockOffset, learnServerTime, machineNow, serverNow, useNow } from './time/clock.js';
export { Refusal, failureOf, isPassing, type Failure } from './session/failure.js';
export { newCommandId, read, renewSession, send, type Asked, type ReadName, type ReadReply } from './session/api.js';
export { useCommand, type CommandState } from './session/use-command.js';
export { useSession } from './session/session.js';
export { loadSystem, useSystem } from './session/system.js';
export { SignIn } from './session/SignIn.js';
export { SessionGate, signOut } from './session/SessionGate.js';
export { EMPTY_BOARD, applyChange, applyPositions, boardOf, type Board, type BoardTables } from './live/board.js';
export { freshnessAt, heardPulse, type Freshness, type FreshnessState, type Hearing } from './live/freshness.js';
export {
  freshnessNow,
  useBoard,
  useFreshness,
  useJustResynced,
  useOpenBoard,
  type BoardState,
} from './live/use-board.js';
export { useDesk, useJob, useOpenDesk, useOpenJob } from './live/use-view.js';
export type { LiveSocket } from './live/connection.js';
export { FAMILY_OF_STATUS, GLYPH_OF_STATUS, MAP_SHAPE_OF_STATUS, type Family, type MapShape } from './ui/status.js';
export { obstructionMarks, obstructionWords, openObstructions } from './ui/obstructions.js';
export { hospitalReasonWords } from './ui/hospital-reasons.js';
export { conversationOf, isWaitingFor, messageWords } from './ui/messages.js';
export { TagMark, TallyMarks } from './ui/tags.js';
export { LevelTag, PriorityChip, PriorityName, StatusGlyph, UnitStatusMark } from './ui/marks.js';
export { Countdown, Timer, paceOf, type Pace } from './ui/Timer.js';
export { Button, Field, KeyCap, Segments, type ButtonProps, type Choice } from './ui/controls.js';
export { Banner, EmptyState, Panel, Skeleton } from './ui/surfaces.js';
export { StaleMark, TrialMark } from './ui/freshness-marks.js';
export * from './map/index.js';
