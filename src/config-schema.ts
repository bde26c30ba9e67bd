import { z } from 'zod';
import { Guid, HttpUrl, List, Text } from './config-values.ts';
import { OnPremisesGroupType } from './domain/group.ts';
import { TenantId, UserId } from './domain/ids.ts';

const Port = z.coerce
  .number('must be a port number')
  .int()
  .min(0, 'must be a port number')
  .max(65_535, 'must be a port number');
const Hour = z.coerce.number('must be an hour, 0 to 23').int().min(0).max(23);
const aNumberOpen = 'must be a number of requests, 1 to 10000, or no';
const OpenRequests = z.coerce
  .number(aNumberOpen)
  .int(aNumberOpen)
  .min(0, aNumberOpen)
  .max(10_000, aNumberOpen);
const UserIds = List.pipe(z.array(UserId, 'must be object ids, separated by commas'));
const LdapsUrls = List.pipe(
  z
    .array(z.url({ protocol: /^ldaps$/, error: 'must be ldaps:// URLs, separated by commas' }))
    .min(1),
);

/** Settings that every installation has; all have a default. */
export const Settings = z.object({
  HOST: Text.default('127.0.0.1'),
  PORT: Port.default(3978),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  /** Absent: an embedded PostgreSQL in DATA_DIRECTORY, for the sandbox only. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/, error: 'must be a postgresql:// URL' })
    .optional(),
  DATA_DIRECTORY: Text.default('.data'),
  INSTANCE_ID: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'must be letters, digits, dots or hyphens')
    .optional(),
  APPROVERS: UserIds.default([]),
  ADMINISTRATORS: UserIds.default([]),
  /** A YAML file, as docs/policy.md describes it. Absent: the built-in policy over APPROVERS. */
  APPROVAL_POLICY_FILE: Text.optional(),
  CATALOG_NAME: Text.max(255).default('Writeback'),
  GROUP_TYPE: OnPremisesGroupType.default('universalSecurityGroup'),
  ACCESS_PACKAGE_CHOICE: z.enum(['requester', 'bot']).default('requester'),
  MAXIMUM_DAYS: z.coerce
    .number('must be a number of days, 1 to 3650')
    .int()
    .min(1)
    .max(3650)
    .optional(),
  /** Whether a membership may be asked for without an end; where absent, only while no MAXIMUM_DAYS is named. */
  ALLOW_NO_END: z
    .enum(['no', 'yes'], 'must be no or yes')
    .transform((text) => text === 'yes')
    .optional(),
  /** What one person may have open at once, a list counting as one; 0 for no limit. */
  MAXIMUM_OPEN_REQUESTS: z
    .preprocess((given) => (given === 'no' ? 0 : given), OpenRequests)
    .default(50),
  /** How often waiting requests are looked at, in real seconds. */
  SWEEP_SECONDS: z.coerce
    .number('must be a number of seconds, 0.05 to 3600')
    .min(0.05)
    .max(3600)
    .optional(),
  /** Who may have a sync run by hand besides administrators. */
  SYNC_NOW_BY: z
    .enum(['administrators', 'approvers'], 'must be administrators or approvers')
    .default('administrators'),
  /** From one sync by hand to the next. */
  SYNC_NOW_MINUTES: z.coerce
    .number('must be a number of minutes, 1 to 1440')
    .min(1)
    .max(1440)
    .default(5),
  /** Whether whole groups are compared between Entra and Active Directory. */
  DRIFT_WATCH: z.enum(['off', 'daily'], 'must be off or daily').default('daily'),
  /** Hour of the day in UTC. */
  DRIFT_HOUR: Hour.default(3),
  /** Whether the app may be installed for people who never had it; where absent only in the sandbox. */
  APP_INSTALL: z.enum(['off', 'graph'], 'must be off or graph').optional(),
  /** Whether guests of the organisation may use the bot. */
  ALLOW_GUESTS: z
    .enum(['no', 'yes'], 'must be no or yes')
    .default('no')
    .transform((text) => text === 'yes'),
  /** How long a click or a form waits for its answer; what takes longer is finished after it. */
  ANSWER_WITHIN_MS: z.coerce
    .number('must be a number of milliseconds, 100 to 10000')
    .int()
    .min(100)
    .max(10_000)
    .optional(),
  /** Whether a request that was begun in a group chat or channel has a card there for everybody. */
  GROUP_CARDS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  /** What people are written to in of whom no language is known. */
  DEFAULT_LANGUAGE: z
    .enum(['en', 'de', 'es', 'fr', 'ja', 'ar'], 'must be en, de, es, fr, ja or ar')
    .default('en'),
  /** What this process sends at most; Teams takes 50 in a second from one app in one tenant. */
  SENDS_PER_SECOND: z.coerce
    .number('must be a number of messages, at least 5')
    .min(5, 'must be a number of messages, at least 5')
    .default(50),
  SANDBOX_PAGE_PORT: Port.default(3979),
  /** How many times faster than the wall clock the sandbox runs. */
  SANDBOX_SPEED: z.coerce.number('must be a number, 0.1 to 10000').min(0.1).max(10_000).default(60),
  /** The engines that write groups back in the sandbox; the first start's stay when absent. */
  SANDBOX_ENGINES: List.pipe(
    z
      .array(
        z.enum(
          ['connect-v1', 'connect-v2', 'cloud-sync'],
          'must be connect-v1, connect-v2 or cloud-sync, separated by commas',
        ),
      )
      .min(1),
  ).optional(),
  /** `seed:rate` or `seed:rate:kind+kind`, such as `7:0.05:503+reset`. */
  SANDBOX_FAULTS: z
    .string()
    .regex(/^\d+:0?\.?\d+(?::[\w+-]+)?$/, 'must be seed:rate or seed:rate:kind+kind')
    .optional(),
});
export type Settings = z.infer<typeof Settings>;

/** Whose groups and access packages. */
export const GraphMode = z
  .object({ GRAPH_MODE: z.string().default('sandbox') })
  .loose()
  .pipe(
    z.discriminatedUnion(
      'GRAPH_MODE',
      [
        z.object({
          GRAPH_MODE: z.literal('sandbox'),
          /** Where a sandbox Graph already runs; absent: one is started. */
          SANDBOX_GRAPH_ORIGIN: HttpUrl.optional(),
        }),
        z.object({
          GRAPH_MODE: z.literal('graph'),
          GRAPH_ORIGIN: HttpUrl.default('https://graph.microsoft.com'),
          /** The organizational unit as an administrator attests it, where Graph may not be asked. */
          ATTESTED_ORGANIZATIONAL_UNIT: Text.optional(),
          /** The app that is installed for people: its id in the manifest, and where needed the one in the app catalog. */
          TEAMS_APP_ID: Guid.optional(),
          TEAMS_APP_CATALOG_ID: Guid.optional(),
        }),
      ],
      { error: 'must be sandbox or graph' },
    ),
  );
export type GraphMode = z.infer<typeof GraphMode>;

const Client = { GRAPH_TENANT_ID: TenantId, GRAPH_CLIENT_ID: Guid };

/** How Writeback shows Microsoft Entra who it is; a secret is the last choice. */
export const GraphCredential = z.discriminatedUnion(
  'GRAPH_CREDENTIAL',
  [
    z.object({ GRAPH_CREDENTIAL: z.literal('managed-identity'), GRAPH_CLIENT_ID: Guid.optional() }),
    z.object({
      GRAPH_CREDENTIAL: z.literal('certificate'),
      ...Client,
      GRAPH_CERTIFICATE_FILE: Text,
    }),
    z.object({ GRAPH_CREDENTIAL: z.literal('federated'), ...Client, GRAPH_TOKEN_FILE: Text }),
    z.object({
      GRAPH_CREDENTIAL: z.literal('secret'),
      ...Client,
      SECRET_GRAPH_CLIENT_SECRET: Text,
    }),
  ],
  { error: 'must be managed-identity, certificate, federated or secret' },
);
export type GraphCredential = z.infer<typeof GraphCredential>;

const directAd = {
  AD_MODE: z.literal('direct'),
  AD_URLS: LdapsUrls,
  AD_CA_FILE: Text.optional(),
  AD_BIND_DN: Text,
  SECRET_AD_BIND_PASSWORD: Text,
  AD_WRITEBACK_OU: Text,
  AD_SEARCH_BASE: Text,
};
/** Domain controllers that this process reaches by LDAPS; the agent on premises has the same variables. */
export const DirectAd = z.object(directAd);

/** Whose Active Directory proves the membership. */
export const AdMode = z
  .object({ AD_MODE: z.string().default('sandbox') })
  .loose()
  .pipe(
    z.discriminatedUnion(
      'AD_MODE',
      [
        z.object({ AD_MODE: z.literal('sandbox') }),
        z.object({ AD_MODE: z.literal('none') }),
        z.object({ AD_MODE: z.literal('agent') }),
        z.object(directAd),
      ],
      { error: 'must be sandbox, direct, agent or none' },
    ),
  );
export type AdMode = z.infer<typeof AdMode>;

/** Whose schedule tells when the next sync cycle runs. */
export const SyncMode = z
  .object({ SYNC_MODE: z.string().default('sandbox') })
  .loose()
  .pipe(
    z.discriminatedUnion(
      'SYNC_MODE',
      [
        z.object({ SYNC_MODE: z.literal('sandbox') }),
        z.object({ SYNC_MODE: z.literal('none') }),
        z.object({ SYNC_MODE: z.literal('entra') }),
        z.object({ SYNC_MODE: z.literal('agent') }),
        z.object({ SYNC_MODE: z.literal('scheduler'), SYNC_URL: HttpUrl }),
      ],
      { error: 'must be sandbox, entra, scheduler, agent or none' },
    ),
  );
export type SyncMode = z.infer<typeof SyncMode>;
