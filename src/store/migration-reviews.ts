import { type Kysely, sql } from 'kysely';

/** Access that was taken first and nobody has reviewed: what the index holds, so that queries must say it alike. */
export const openReview = sql<boolean>`
  ((data #> '{approval,breakGlass}') is not null
    and (data #> '{approval,breakGlass,review}') is null)`;

/** There are few of them among many requests. */
export async function indexOpenReviews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index requests_to_review on requests (tenant_id, created_at) where ${openReview}`.execute(
    db,
  );
}
