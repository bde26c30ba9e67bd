import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { AgentId, AgentVerb } from '../domain/agent-protocol.ts';
import type { BatchCardKind } from '../domain/batch-store.ts';
import type { CardKind } from '../domain/posted-card.ts';
import type { RequestState } from '../domain/request.ts';
import type { NoticesTable } from './notices-table.ts';

/** A jsonb column: written as JSON text, read as whatever it holds, parsed by the reader. */
type Json = ColumnType<unknown, string, string>;

export interface RequestsTable {
  id: string;
  tenant_id: string;
  version: number;
  state: RequestState;
  requester_id: string;
  beneficiary_id: string;
  /** As it was at creation: a group that got its id later keeps the key it was asked for by. */
  group_key: string;
  form_id: string;
  data: Json;
  created_at: Date;
  updated_at: Date;
  /** When time will next have something to do with it; null while it waits for people only. */
  due_at: Date | null;
}

/** The audit trail: one row per version of a request, never changed. */
export interface RequestEventsTable {
  request_id: string;
  version: number;
  state: RequestState;
  at: Date;
  actor: string;
  /** The fields of the request that this change set, with their new values. */
  changes: Json;
}

export interface ConversationsTable {
  tenant_id: string;
  user_id: string;
  reference: Json;
}

export interface WelcomesTable {
  tenant_id: string;
  user_id: string;
  /** When somebody began to say it, by the database's own clock; null once it was said. */
  unsaid_since: Date | null;
}

export interface CardsTable {
  request_id: string;
  recipient_id: string;
  kind: CardKind;
  card: Json;
}

/** Where requests were begun in front of others, and their one card there. */
export interface GroupCardsTable {
  tenant_id: string;
  form_id: string;
  conversation_id: string;
  begun_at: Date;
  card: Json;
}

/** Which engine instances are alive, by the database's own clock. */
export interface ExecutorsTable {
  id: string;
  seen: ColumnType<Date, never, never>;
}

/** Questions to the agents on premises. Times are those of the database. */
export interface AgentJobsTable {
  id: string;
  verb: AgentVerb;
  question: Json;
  /** Object id of a person, or `writeback`. */
  asked_by: string;
  asked_at: Date;
  expires_at: Date;
  lease: string | null;
  leased_by: AgentId | null;
  /** When it was handed out last. */
  leased_at: Date | null;
  lease_until: Date | null;
  /** Answered or given up. */
  finished_at: Date | null;
  outcome: ColumnType<unknown, string | null, string | null>;
}

/** Every answer that an agent gave, also those that came too late; never changed. */
export interface AgentAuditTable {
  job_id: string;
  lease: string;
  verb: AgentVerb;
  agent_id: AgentId;
  asked_by: string;
  at: ColumnType<Date, Date | undefined, never>;
  accepted: boolean;
  outcome: string;
  signature: string;
}

export interface AgentsTable {
  id: AgentId;
  verbs: Json;
  seen: Date;
}

export interface AgentNoncesTable {
  nonce: string;
  at: ColumnType<Date, never, never>;
}

/** What is not in Active Directory as it should be; gone from here once it is mended. */
export interface DriftReportsTable {
  tenant_id: string;
  group_id: string;
  key: string;
  subject: Json;
  finding: Json;
  first_seen: Date;
  last_seen: Date;
  reported_at: Date | null;
}

export interface DriftLooksTable {
  at: Date;
  groups: number;
  unread: number;
  findings: number;
}

/** Who decides for whom; one row per approver. */
export interface DelegationsTable {
  tenant_id: string;
  approver_id: string;
  deputy_id: string;
  delegation: Json;
  begins: Date;
  ends: Date;
  /** Whether the open requests know of it. */
  told: boolean;
}

/** Every attempt to sync by hand. */
export interface SyncRunsTable {
  id: Generated<string>;
  tenant_id: string;
  target: string;
  started_at: Date;
  asked_by: string;
  request_ids: Json;
  outcome: string;
  detail: string | null;
}

/** For whom the app was tried to be installed, and when last. */
export interface AppInstallsTable {
  tenant_id: string;
  user_id: string;
  tried_at: Date;
}

/** Lists of requests that were made together. */
export interface BatchesTable {
  id: string;
  tenant_id: string;
  version: number;
  requester_id: string;
  form_id: string;
  /** Whether it is to be checked, sent or acted on. */
  needs_work: boolean;
  data: Json;
  created_at: Date;
  /** Counts the news; its cards show those up to `drawn`. */
  touched: Generated<number>;
  drawn: Generated<number>;
  /** By the database's own clock. */
  drawn_at: Date | null;
}

export interface BatchCardsTable {
  batch_id: string;
  recipient_id: string;
  kind: BatchCardKind;
  card: Json;
}

/** The audit trail of catalogs and roles, never changed. */
export interface AdministrationEventsTable {
  id: GeneratedAlways<string>;
  tenant_id: string;
  operation_id: string;
  actor: string;
  at: Date;
  kind: string;
  act: Json;
  outcome: Json;
}

/** The groups that people keep at hand, each in a place of its own. */
export interface FavouritesTable {
  tenant_id: string;
  user_id: string;
  group_id: string;
  place: number;
  kept_at: Date;
  data: Json;
}

export interface Tables {
  requests: RequestsTable;
  request_events: RequestEventsTable;
  conversations: ConversationsTable;
  welcomes: WelcomesTable;
  cards: CardsTable;
  group_cards: GroupCardsTable;
  executors: ExecutorsTable;
  sync_runs: SyncRunsTable;
  delegations: DelegationsTable;
  agent_jobs: AgentJobsTable;
  agent_audit: AgentAuditTable;
  agents: AgentsTable;
  agent_nonces: AgentNoncesTable;
  drift_reports: DriftReportsTable;
  drift_looks: DriftLooksTable;
  app_installs: AppInstallsTable;
  batches: BatchesTable;
  batch_cards: BatchCardsTable;
  notices: NoticesTable;
  administration_events: AdministrationEventsTable;
  favourites: FavouritesTable;
}
