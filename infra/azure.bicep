// One resource group with everything a production installation needs: the bot as N equal instances on App Service,
// one PostgreSQL that survives the loss of a zone, a managed identity in place of passwords, and the Azure Bot.
// Graph permissions of the identity cannot be granted here: docs/setup.md says how.

@description('The beginning of every name: letters and digits, unique in Azure.')
@minLength(4)
@maxLength(20)
param resourceBaseName string

param location string = resourceGroup().location
param botDisplayName string = 'Writeback'

@description('Further settings by their names in env/.env.example; at least APPROVERS, ADMINISTRATORS, AD_MODE and SYNC_MODE.')
param settings object

@description('Any password: the bot alone uses it, from the key vault.')
@secure()
@minLength(16)
param postgresPassword string

@description('Password of the account that reads Active Directory; empty where AD_MODE is none.')
@secure()
param adBindPassword string = ''

@minValue(1)
param instances int = 2
param appServiceSku string = 'P0v3'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-identity'
  location: location
}

// Peer this network with the one that reaches your domain controllers when AD_MODE is direct.
resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: '${resourceBaseName}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: ['10.40.0.0/24']
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.40.0.0/26'
          delegations: [
            {
              name: 'app'
              properties: {
                serviceName: 'Microsoft.Web/serverFarms'
              }
            }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.40.0.64/26'
          delegations: [
            {
              name: 'database'
              properties: {
                serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers'
              }
            }
          ]
        }
      }
    ]
  }
}

resource databaseZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${resourceBaseName}.private.postgres.database.azure.com'
  location: 'global'
}

resource databaseZoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: databaseZone
  name: 'network'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}

// Zone redundancy needs the general purpose tier and a region with zones.
resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${resourceBaseName}-postgres'
  location: location
  sku: {
    name: 'Standard_D2ds_v5'
    tier: 'GeneralPurpose'
  }
  properties: {
    version: '16'
    administratorLogin: 'writeback'
    administratorLoginPassword: postgresPassword
    storage: {
      storageSizeGB: 64
    }
    backup: {
      backupRetentionDays: 14
      geoRedundantBackup: 'Disabled'
    }
    highAvailability: {
      mode: 'ZoneRedundant'
    }
    network: {
      delegatedSubnetResourceId: '${network.id}/subnets/database'
      privateDnsZoneArmResourceId: databaseZone.id
    }
  }
  dependsOn: [
    databaseZoneLink
  ]
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: postgres
  name: 'writeback'
  properties: {
    charset: 'UTF8'
    collation: 'en_US.utf8'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${resourceBaseName}-kv'
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
  }
}

resource databaseUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'database-url'
  properties: {
    value: 'postgresql://writeback:${uriComponent(postgresPassword)}@${postgres.properties.fullyQualifiedDomainName}/writeback?sslmode=verify-full'
  }
}

resource bindPassword 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(adBindPassword)) {
  parent: vault
  name: 'ad-bind-password'
  properties: {
    value: adBindPassword
  }
}

// Key Vault Secrets User.
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource readSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${resourceBaseName}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: appServiceSku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: '${network.id}/subnets/app'
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node src/main.ts'
      alwaysOn: true
      healthCheckPath: '/healthz'
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      vnetRouteAllEnabled: true
    }
  }
}

// INSTANCE_ID stays unset: the instances share these settings, and each then takes a random one.
var baseSettings = {
  HOST: '0.0.0.0'
  LOG_LEVEL: 'info'
  DATABASE_URL: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/database-url)'
  CHANNEL_MODE: 'teams'
  BOT_ID: identity.properties.clientId
  BOT_TENANT_ID: identity.properties.tenantId
  BOT_APP_TYPE: 'UserAssignedMSI'
  BOT_CREDENTIAL: 'managed-identity'
  GRAPH_MODE: 'graph'
  GRAPH_CREDENTIAL: 'managed-identity'
  GRAPH_CLIENT_ID: identity.properties.clientId
  SECRET_AD_BIND_PASSWORD: empty(adBindPassword) ? '' : '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/ad-bind-password)'
  // For App Service itself: what is deployed is complete and is run as it is.
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  WEBSITE_RUN_FROM_PACKAGE: '1'
}

resource appSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: site
  name: 'appsettings'
  properties: union(baseSettings, settings)
  dependsOn: [
    databaseUrl
    bindPassword
    readSecrets
    database
  ]
}

module bot 'botRegistration/azurebot.bicep' = {
  name: 'azure-bot'
  params: {
    name: resourceBaseName
    displayName: botDisplayName
    endpoint: 'https://${site.properties.defaultHostName}/api/messages'
    appType: 'UserAssignedMSI'
    appId: identity.properties.clientId
    tenantId: identity.properties.tenantId
    identityResourceId: identity.id
  }
}

// The Toolkit writes these into env/.env.<environment>.
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = identity.properties.tenantId
output BOT_PRINCIPAL_ID string = identity.properties.principalId
output BOT_DOMAIN string = site.properties.defaultHostName
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = site.id
