import type { Proof } from '../../../domain/request.ts';

type LdapProof = Extract<Proof, { readonly kind: 'ldap' }>;

export const outcome = {
  confirmed: (person: string, group: string) =>
    `${person} ist in Active Directory Mitglied von ${group}`,
  attested: (person: string, group: string) =>
    `Von Hand bestätigt: ${person} ist Mitglied von ${group}`,
  denied: (group: string) => `Ihr Antrag für ${group} wurde abgelehnt`,
  expired: (group: string) => `Ihr Antrag für ${group} ist abgelaufen`,
  expiredBody: 'In der vorgesehenen Zeit hat niemand entschieden. Es wurde nichts geändert.',
  failed: (group: string) => `Ihr Antrag für ${group} ist angehalten`,
  retrying: (group: string) => `Ihr Antrag für ${group} wird erneut versucht`,
  retryingBody: 'Die Antragskarte zeigt, wie weit er ist. Wie es ausgeht, sage ich Ihnen hier.',
  proofTitle: 'Der Nachweis',
  originTitle: 'Der Antrag',
  seen: 'Active Directory zeigt die Mitgliedschaft.',
  seenAt: (moment: string, span: string) => `Gesehen ${moment}, ${span} nach der Genehmigung.`,
  confirmedAt: (moment: string, span: string) =>
    `Bestätigt ${moment}, ${span} nach der Genehmigung.`,
  groupDn: 'Gruppe in Active Directory',
  userDn: 'Person in Active Directory',
  attribute: 'Gesehen in',
  attributes: {
    member: '„member“ der Gruppe',
    memberOf: '„memberOf“ der Person',
    'member and memberOf': '„member“ der Gruppe und „memberOf“ der Person',
  } satisfies Readonly<Record<LdapProof['attribute'], string>>,
  adGroupType: (scope: string, kind: string, groupType: number) =>
    `${scope} ${kind} (groupType ${groupType})`,
  adScopes: {
    universal: 'Universelle',
    'domain-local': 'Domänenlokale',
    global: 'Globale',
    unusual: 'Ungewöhnliche',
  },
  adKinds: { security: 'Sicherheitsgruppe', distribution: 'Verteilergruppe' },
  server: 'Server',
  groupType: 'Typ',
  signInAgain:
    'Wird der Zugriff noch verweigert, hilft es, sich von Windows ab- und wieder anzumelden: Eine neue Gruppe gilt ab der nächsten Anmeldung.',
  attestedBy: (who: string) =>
    `${who} hat in Active Directory nachgesehen und es bestätigt. Ich konnte nicht selbst nachsehen.`,
  accessEnds: 'Zugriff endet',
  kept: (id: string) =>
    `Was schon erreicht ist, bleibt bestehen. „Erneut versuchen“ können genehmigende Personen auf ihrer Karte wählen, Administratoren mit „status ${id}“.`,
  reference: (id: string) => `Kennung für das Protokoll: ${id}`,
} as const;
