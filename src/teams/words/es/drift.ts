import type { DriftFinding } from '../../../domain/drift-finding.ts';
import type { DriftFix } from '../../../domain/drift-fix.ts';
import { plural } from '../counting.ts';

/** Where Active Directory is not as Entra says. */
export const drift = {
  title: 'Active Directory no coincide con Entra',
  compared: 'Comparación de Entra y Active Directory',
  news: (count: number) =>
    plural('es', count, { one: 'Una diferencia nueva', other: `${count} diferencias nuevas` }),
  all: (count: number) =>
    plural('es', count, { one: 'Una diferencia', other: `${count} diferencias` }),
  none: 'En la última comprobación, Active Directory coincidía con Entra.',
  notYet: 'Todavía no he comparado Entra y Active Directory.',
  nothingCompared: 'En la última comprobación no había ningún grupo que pudiera comparar.',
  lastLook: (moment: string, groups: number) =>
    plural('es', groups, {
      one: `Última comprobación: ${moment}, un grupo`,
      other: `Última comprobación: ${moment}, ${groups} grupos`,
    }),
  unread: (count: number) =>
    plural('es', count, {
      one: 'Un grupo no se pudo comparar.',
      other: `${count} grupos no se pudieron comparar.`,
    }),
  off: 'La comparación diaria está desactivada (DRIFT_WATCH=off).',
  impossible:
    'No comparo nada, porque no puedo leer grupos enteros en Active Directory; para eso hace falta AD_MODE=direct.',
  administratorsOnly:
    'Solo los administradores de Writeback pueden ver esto. Pregunte a uno de ellos.',
  promise: 'Yo solo miro. No se ha ejecutado nada de lo que sigue.',
  since: (moment: string) => `desde el ${moment}`,
  fix: (place: string) => `Para resolverlo, ${place}:`,
  places: {
    'active-directory': 'para un administrador de Active Directory',
    'sync-server': 'en el servidor de Entra Connect',
    entra: 'para un administrador de Entra',
  } satisfies Readonly<Record<DriftFix['runOn'], string>>,
  findings: {
    'member-added': (what: string) => `${what}: se agregó a mano en Active Directory.`,
    'member-removed': (what: string) => `${what}: se quitó a mano en Active Directory.`,
    'member-missing': (what: string) => `${what} está en Entra, pero no en Active Directory.`,
    'writeback-off': () =>
      'Se desactivó su escritura diferida, así que ningún cambio llega a Active Directory.',
    moved: (what: string) => `Se movió fuera de la OU de destino: ${what}`,
    'wrong-type': (what: string) => `Se cambió su tipo en Active Directory: groupType ${what}.`,
    'group-missing': () => 'No está en Active Directory.',
    'group-ambiguous': (what: string) => `Más de un objeto podría ser este grupo: ${what}`,
    'group-orphaned': (what: string) => `Ya no está en Entra, pero sigue aquí: ${what}`,
  } satisfies Readonly<Record<DriftFinding['kind'], (what: string) => string>>,
  /** Where a group has more differences, or there are more groups, than a card holds. */
  more: (count: number) =>
    plural('es', count, {
      one: 'Aquí no se muestra una más. “npm run drift” lo muestra todo.',
      other: `Aquí no se muestran ${count} más. “npm run drift” lo muestra todo.`,
    }),
} as const;
