import type { Proof } from '../../../domain/request.ts';

type LdapProof = Extract<Proof, { readonly kind: 'ldap' }>;

export const outcome = {
  confirmed: (person: string, group: string) => `${person} está en ${group} en Active Directory`,
  attested: (person: string, group: string) => `Confirmado a mano: ${person} está en ${group}`,
  denied: (group: string) => `Su solicitud para ${group} se ha denegado`,
  expired: (group: string) => `Su solicitud para ${group} ha expirado`,
  expiredBody: 'Nadie decidió en el plazo que había. No se ha cambiado nada.',
  failed: (group: string) => `Su solicitud para ${group} se ha detenido`,
  retrying: (group: string) => `Su solicitud para ${group} se está reintentando`,
  retryingBody:
    'La tarjeta de la solicitud muestra hasta dónde ha llegado. Aquí aviso de cómo termina.',
  proofTitle: 'La prueba',
  originTitle: 'La solicitud',
  seen: 'Active Directory muestra la pertenencia.',
  seenAt: (moment: string, span: string) => `Visto el ${moment}, ${span} después de la aprobación.`,
  confirmedAt: (moment: string, span: string) =>
    `Confirmado el ${moment}, ${span} después de la aprobación.`,
  groupDn: 'Grupo en Active Directory',
  userDn: 'Persona en Active Directory',
  attribute: 'Visto en',
  attributes: {
    member: '“member” del grupo',
    memberOf: '“memberOf” de la persona',
    'member and memberOf': '“member” del grupo y “memberOf” de la persona',
  } satisfies Readonly<Record<LdapProof['attribute'], string>>,
  adGroupType: (scope: string, kind: string, groupType: number) =>
    `Grupo ${kind} ${scope} (groupType ${groupType})`,
  adScopes: {
    universal: 'universal',
    'domain-local': 'local de dominio',
    global: 'global',
    unusual: 'no habitual',
  },
  adKinds: { security: 'de seguridad', distribution: 'de distribución' },
  server: 'Servidor',
  groupType: 'Tipo',
  signInAgain:
    'Si el acceso todavía se deniega, ayuda cerrar la sesión de Windows e iniciarla de nuevo: un grupo nuevo cuenta desde el siguiente inicio de sesión.',
  attestedBy: (who: string) => `${who} miró en Active Directory y lo confirmó. Yo no pude mirarlo.`,
  accessEnds: 'El acceso termina',
  kept: (id: string) =>
    `Lo conseguido hasta ahora se conserva. Un aprobador puede elegir Reintentar en su tarjeta; un administrador, después de escribir “estado ${id}”.`,
  reference: (id: string) => `Referencia para el registro: ${id}`,
} as const;
