import type { ColumnType } from 'kysely';
import type { CardKind } from '../domain/ports.ts';
import type { RequestState } from '../domain/request.ts';

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
}

export interface CardsTable {
  request_id: string;
  recipient_id: string;
  kind: CardKind;
  card: Json;
}

/** Which engine instances are alive, by the database's own clock. */
export interface ExecutorsTable {
  id: string;
  seen: ColumnType<Date, never, never>;
}

export interface Tables {
  requests: RequestsTable;
  request_events: RequestEventsTable;
  conversations: ConversationsTable;
  welcomes: WelcomesTable;
  cards: CardsTable;
  executors: ExecutorsTable;
}
