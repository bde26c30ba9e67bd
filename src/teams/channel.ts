import type { Clock } from '../domain/ports.ts';
import type { Cloud } from './cloud.ts';

/** How the bot proves itself to the Bot Connector. */
export type BotCredential =
  | { readonly kind: 'secret'; readonly password: string }
  | {
      readonly kind: 'certificate';
      /** SHA-1, in hexadecimal. */
      readonly thumbprint: string;
      /** PEM. */
      readonly privateKey: string;
    }
  | { readonly kind: 'managed-identity' }
  | {
      readonly kind: 'federated';
      /** Client id of the managed identity whose token stands for the app. */
      readonly managedIdentityClientId: string;
      readonly audience?: string | undefined;
    };

/** Microsoft Teams, where every caller must prove to be the Bot Connector. */
export interface TeamsChannel {
  readonly kind: 'teams';
  readonly appId: string;
  readonly tenantId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly credential: BotCredential;
  /** By default the public cloud. */
  readonly cloud?: Cloud | undefined;
  /** Where people who never wrote are reached first; by default the public cloud's. */
  readonly defaultServiceUrl?: string | undefined;
  /** Real time, by which tokens expire, whatever the product's clock says. */
  readonly time: Pick<Clock, 'now'>;
}

/** Where messages come from. The sandbox has no authentication, so the server must listen on 127.0.0.1 then. */
export type Channel = { readonly kind: 'sandbox' } | TeamsChannel;
