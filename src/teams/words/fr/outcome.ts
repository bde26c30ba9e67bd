import type { Proof } from '../../../domain/request.ts';

type LdapProof = Extract<Proof, { readonly kind: 'ldap' }>;

export const outcome = {
  confirmed: (person: string, group: string) => `${person} est dans ${group} dans Active Directory`,
  attested: (person: string, group: string) => `Confirmé à la main : ${person} est dans ${group}`,
  denied: (group: string) => `Votre demande pour ${group} a été refusée`,
  expired: (group: string) => `Votre demande pour ${group} a expiré`,
  expiredBody: 'Personne n’a décidé dans le délai prévu. Rien n’a été modifié.',
  failed: (group: string) => `Votre demande pour ${group} s’est arrêtée`,
  retrying: (group: string) => `Nouvel essai en cours de votre demande pour ${group}`,
  retryingBody:
    'La carte de la demande montre où elle en est. Je vous dirai ici comment elle se termine.',
  proofTitle: 'La preuve',
  originTitle: 'La demande',
  seen: 'Active Directory montre l’appartenance.',
  seenAt: (moment: string, span: string) => `Constaté le ${moment}, ${span} après l’approbation.`,
  confirmedAt: (moment: string, span: string) =>
    `Confirmé le ${moment}, ${span} après l’approbation.`,
  groupDn: 'Groupe dans Active Directory',
  userDn: 'Personne dans Active Directory',
  attribute: 'Constaté dans',
  attributes: {
    member: '« member » du groupe',
    memberOf: '« memberOf » de la personne',
    'member and memberOf': '« member » du groupe et « memberOf » de la personne',
  } satisfies Readonly<Record<LdapProof['attribute'], string>>,
  adGroupType: (scope: string, kind: string, groupType: number) =>
    `Groupe ${kind} ${scope} (groupType ${groupType})`,
  adScopes: {
    universal: 'universel',
    'domain-local': 'de domaine local',
    global: 'global',
    unusual: 'inhabituel',
  },
  adKinds: { security: 'de sécurité', distribution: 'de distribution' },
  server: 'Serveur',
  groupType: 'Type',
  signInAgain:
    'Là où l’accès est encore refusé, se déconnecter de Windows puis se reconnecter aide : un nouveau groupe compte à partir de la prochaine ouverture de session.',
  attestedBy: (who: string) =>
    `${who} a regardé dans Active Directory et l’a confirmé. Je ne pouvais pas regarder moi-même.`,
  accessEnds: 'Fin de l’accès',
  kept: (id: string) =>
    `Ce qui est déjà fait reste en place. Un approbateur peut choisir « Réessayer » sur sa carte, un administrateur après avoir tapé « statut ${id} ».`,
  reference: (id: string) => `Référence pour le journal : ${id}`,
} as const;
