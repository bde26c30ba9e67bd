import type { EngineFinding, WritebackEngine } from '../../../domain/group.ts';
import type { ProvisioningJobStatus, ProvisioningScope } from '../../../domain/provisioning.ts';
import { plural } from '../counting.ts';

type Evidence = EngineFinding['evidence'];

/** The engines of the tenant, for administrators. */
export const engineReport = {
  title: 'Qué escribe los grupos en Active Directory',
  summary: 'Los motores de escritura diferida de su inquilino',
  none: 'No he encontrado ningún motor de escritura diferida, así que ningún grupo llega a Active Directory.',
  noneNext:
    'Para grupos de seguridad, configure Entra Cloud Sync (de Microsoft Entra ID a Active Directory); para grupos de Microsoft 365, la escritura diferida de grupos de Entra Connect Sync.',
  writing: 'Escribe grupos',
  notWriting: 'No escribe nada en este momento',
  supported: 'Con soporte de Microsoft',
  unsupported: 'Ya sin soporte de Microsoft',
  unsupportedEngines: (engines: string) => `${engines}: ya sin soporte de Microsoft`,
  /** In the list of prerequisites. */
  details: (support: string) => `${support}. Escriba “motores” para saber más.`,
  state: 'Estado',
  support: 'Soporte',
  evidence: 'Se sabe por',
  feature: (name: string) =>
    `${name} está activada en la sincronización de directorios del inquilino`,
  evidences: {
    attested: 'Un administrador lo ha indicado en mi configuración; Graph no me lo muestra.',
    job: 'Su configuración en Microsoft Entra',
  } satisfies Readonly<Record<Exclude<Evidence['kind'], 'feature'>, string>>,
  organizationalUnit: 'OU de destino',
  unknownUnit: 'no se puede ver',
  job: 'Trabajo',
  jobStates: {
    active: 'en ejecución',
    quarantined: 'en cuarentena',
    paused: 'en pausa',
    'not-started': 'nunca iniciado',
  } satisfies Readonly<Record<ProvisioningJobStatus['state'], string>>,
  quarantinedFor: (code: string) => `en cuarentena (${code})`,
  lastRun: 'Última ejecución',
  succeeded: (moment: string) => `correcta, el ${moment}`,
  failedFor: (code: string, moment: string) => `con error (${code}), el ${moment}`,
  scope: 'Ámbito',
  scopes: {
    all: 'todos los grupos de seguridad',
    unknown: 'no se puede ver',
  } satisfies Readonly<Record<Exclude<ProvisioningScope['kind'], 'groups' | 'filtered'>, string>>,
  scopeGroups: (count: number) =>
    plural('es', count, { one: 'un grupo', other: `${count} grupos` }),
  scopeAttributes: (attributes: string) => `según un filtro por ${attributes}`,
  agents: 'Agentes',
  agentHealths: {
    answering: 'responden',
    'not-answering': 'no responden; revise los servidores con los agentes de aprovisionamiento',
    unknown: 'no se puede ver desde aquí',
  },
  works: 'Sirve para',
  kinds: {
    'connect-v1':
      'grupos de Microsoft 365, que pasan a ser grupos de distribución en Active Directory',
    'connect-v2': 'grupos de Microsoft 365 y de seguridad',
    'cloud-sync': 'grupos de seguridad con miembros que proceden de Active Directory',
  } satisfies Readonly<Record<WritebackEngine, string>>,
  guidanceTitle: 'Qué significa esto',
  moveFromSecond:
    'La escritura diferida de grupos v2 de Entra Connect era una versión preliminar que terminó en junio de 2024 y puede dejar de funcionar en cualquier momento. Pase los grupos de seguridad a Entra Cloud Sync; los grupos de Microsoft 365 pueden seguir con la escritura diferida de grupos v1, como grupos de distribución.',
  noSecurity:
    'Aquí nada escribe grupos de seguridad. Para el acceso a archivos y aplicaciones, configure Entra Cloud Sync.',
  noMicrosoft365:
    'Aquí nada escribe grupos de Microsoft 365. Los grupos nuevos que se solicitan se crean como grupos de seguridad.',
  fine: 'No hay que trasladar nada.',
  open: 'Abrir en Entra',
} as const;
