export { triage, type Need } from '#contracts';
