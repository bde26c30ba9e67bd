/** The roles of entitlement management, the same ids in every tenant. */
export const roleDefinitions: Readonly<Record<string, string>> = {
  'ba92d953-d8e0-4e39-a797-0cbedb0a89e8': 'Catalog creator',
  'ae79f266-94d4-4dab-b730-feca7e132178': 'Catalog owner',
  '44272f93-9762-48e8-af59-1b5351b1d6b3': 'Catalog reader',
  '7f480852-ebdc-47d4-87de-0d8498384a83': 'Access package manager',
  'e2182095-804a-4656-ae11-64734e9b7ae5': 'AccessPackage assignment manager',
};
