// The Azure Bot and its Teams channel. The type is always said: left out, it means multi-tenant, which Azure no longer creates.

param name string
param displayName string

@description('The full https address that the channel posts to.')
param endpoint string

@allowed(['SingleTenant', 'UserAssignedMSI'])
param appType string

@description('Client id of the app registration or of the managed identity.')
param appId string
param tenantId string = subscription().tenantId

@description('Resource id of the managed identity; empty for SingleTenant.')
param identityResourceId string = ''

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'S1'
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppId: appId
    msaAppType: appType
    msaAppTenantId: tenantId
    msaAppMSIResourceId: empty(identityResourceId) ? null : identityResourceId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}
