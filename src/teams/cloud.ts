import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector';

/**
 * The endpoints of one cloud's Bot Connector, under the names that botbuilder gives them
 * (ConfigurationBotFrameworkAuthenticationOptions). All are always handed over together: botbuilder drops its own
 * defaults as soon as it sees one of them.
 */
export interface Cloud {
  /** Where tokens for sending come from; the origin counts, the tenant is the bot's own. */
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToChannelFromBotOAuthScope: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  /** Of no use to this bot, which signs nobody in and does not talk to the Emulator; botbuilder wants to know. */
  readonly OAuthUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
  readonly CallerId: string;
  /** False: nobody is asked whether the login URL is Microsoft's. For clouds that Microsoft's directory of clouds does not list. */
  readonly ValidateAuthority: boolean;
}

export const publicCloud: Cloud = {
  ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  ToBotFromChannelOpenIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  OAuthUrl: AuthenticationConstants.OAuthUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
  CallerId: 'urn:botframework:azure',
  ValidateAuthority: true,
};

/** What `ChannelService=https://botframework.azure.us` stands for. */
export const governmentCloud: Cloud = {
  ToChannelFromBotLoginUrl: GovernmentConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: GovernmentConstants.ToChannelFromBotOAuthScope,
  ToBotFromChannelTokenIssuer: GovernmentConstants.ToBotFromChannelTokenIssuer,
  ToBotFromChannelOpenIdMetadataUrl: GovernmentConstants.ToBotFromChannelOpenIdMetadataUrl,
  OAuthUrl: GovernmentConstants.OAuthUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: GovernmentConstants.ToBotFromEmulatorOpenIdMetadataUrl,
  CallerId: 'urn:botframework:azureusgov',
  ValidateAuthority: true,
};
