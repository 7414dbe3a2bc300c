export { type BusinessClock, type ClockMove, clockIn, readClock, writeClock } from './clock.ts';
export { type Claim, type ClaimSettings, waitForClaim } from './claim.ts';
export { type CommandRecord, findCommand, type NewCommandRecord, requestHash } from './commands.ts';
export { eraseContact, keepContact, type NewContact } from './contacts.ts';
export type { NewStoredEvent, StoredEvent } from './event.ts';
export { eventNumbered, type FeedEvent, type FeedHead, feedHead, readFeed } from './feed.ts';
export {
  type FollowUp,
  type FollowUpAnswer,
  type NewFollowUp,
  owedByStream,
  owedInDivision,
  owedStreams,
} from './follow-ups.ts';
export { beginGeneration, type LogGeneration, logGeneration, markRecovered } from './generation.ts';
export {
  type Applied,
  EVENT_STORE_MIGRATIONS,
  MigrationRefused,
  type MigrationSettings,
  migrate,
  type RoomMigrations,
} from './migrate.ts';
export { moveCursor, readCursor } from './relay-cursor.ts';
export { addressFor, ROLES, type Role } from './roles.ts';
export { dumpSchema } from './schema.ts';
export { FEED_CHANNEL, runSequencer, type SequencerSettings, sequenceBatch } from './sequencer.ts';
export { asJson, type Sql } from './sql-types.ts';
export { openStore, type Store } from './store.ts';
export { readStream, type StreamStage, type StreamTx, withStream } from './stream.ts';
export {
  acknowledge,
  countOpenStreams,
  nextWake,
  openStreams,
  type Place,
  placeOf,
  type StaleQuestion,
  staleStreams,
  streamsWithMail,
} from './sweep.ts';
export { behindWall, ConnectionLost, type Transaction, transact, type Wall } from './transaction.ts';
export { type ChainFault, type ChainQuestion, type ChainReport, verifyChain } from './verify.ts';
