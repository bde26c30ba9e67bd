import type { ColumnType, Generated } from 'kysely';
import type { Unreachable } from '../domain/posted-card.ts';
import type { NoticeKind } from '../domain/undelivered.ts';

/** Notices on their way. `due_at` is by the database's own clock, the other times are those of the product. */
export interface NoticesTable {
  id: Generated<string>;
  tenant_id: string;
  recipient_id: string;
  kind: NoticeKind;
  subject: string;
  notice: ColumnType<unknown, string, string>;
  made_at: Date;
  ends_at: Date | null;
  tries: Generated<number>;
  due_at: Date;
  /** Its reader cannot be written to for now. */
  waits: Generated<boolean>;
  missed_since: Date | null;
  because: Generated<Unreachable | null>;
}
