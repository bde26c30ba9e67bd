import type { ConnectRun } from '../../../domain/sync-now-result.ts';
import { plural } from '../counting.ts';

type Refusal = Extract<ConnectRun, { readonly kind: 'refused' }>['why'];

/** What came of "sync now". */
export const syncNow = {
  title: 'Sincronizar ahora',
  summary: 'Resultado de “sincronizar”',
  notAllowed:
    'No tiene permiso para iniciar una sincronización. Los administradores de Writeback sí lo tienen: pídaselo a uno de ellos si no puede esperar.',
  nothingWaits: 'Ninguna solicitud espera una sincronización, así que no he iniciado ninguna.',
  waiting: (count: number) =>
    plural('es', count, {
      one: 'Una solicitud la espera.',
      other: `${count} solicitudes la esperan.`,
    }),
  started: (moment: string) => `He iniciado una sincronización, el ${moment}.`,
  startedNext:
    'Incluye todo lo que está en espera. Miro en Active Directory en cuanto haya terminado.',
  joined: (who: string, moment: string) =>
    `${who} acababa de iniciar una sincronización, el ${moment}.`,
  joinedOwn: (moment: string) => `Acababa de iniciar usted una sincronización, el ${moment}.`,
  joinedNext: 'Incluye todo lo que está en espera, así que no he iniciado otra.',
  running: 'Ya se está ejecutando una sincronización.',
  runningSince: (moment: string) => `Ya se está ejecutando una sincronización, desde el ${moment}.`,
  covers: 'Incluye todo lo que está en espera.',
  coversNot:
    'Empezó demasiado pronto para una parte de lo que está en espera. Vuelva a pedirlo cuando haya terminado e inicio otra para el resto.',
  tooSoon: (who: string, moment: string) =>
    `${who} inició una sincronización el ${moment}, demasiado pronto para una parte de lo que está en espera. Aún es pronto para otra, así que no he iniciado ninguna.`,
  tooSoonOwn: (moment: string) =>
    `Inició una sincronización el ${moment}, demasiado pronto para una parte de lo que está en espera. Aún es pronto para otra, así que no he iniciado ninguna.`,
  again: (moment: string) => `La próxima se puede iniciar el ${moment}.`,
  refused: {
    busy: [
      'El motor de sincronización está ocupado con otra cosa.',
      'Inténtelo de nuevo en unos minutos.',
    ],
    suspended: [
      'La sincronización está suspendida, como ocurre mientras su asistente está abierto.',
      'Un administrador debe cerrar el asistente de configuración en el servidor de sincronización.',
    ],
    staging: [
      'El servidor de sincronización está en modo de almacenamiento provisional y no escribe nada, así que una sincronización no ayudaría.',
      'Un administrador debe terminar el modo de almacenamiento provisional o conectarme al servidor activo.',
    ],
    disabled: [
      'La sincronización está desactivada.',
      'Un administrador debe activarla en el servidor de sincronización: Set-ADSyncScheduler -SyncCycleEnabled $true',
    ],
    denied: [
      'El servidor de sincronización no me permite iniciar una sincronización.',
      'Un administrador debe dar allí a mi cuenta el derecho de iniciar una.',
    ],
    'too-soon': [
      'La última sincronización se inició hace un momento y el servidor de sincronización exige cierto tiempo entre dos.',
      'Inténtelo de nuevo en unos minutos.',
    ],
  } satisfies Readonly<Record<Refusal, readonly [string, string]>>,
  group: (group: string) => `${group} mediante Entra Cloud Sync`,
  written: (count: number) =>
    plural('es', count, {
      one: 'Una persona está escrita, según Cloud Sync. Ahora miro en Active Directory.',
      other: `${count} personas están escritas, según Cloud Sync. Ahora miro en Active Directory.`,
    }),
  skipped: (count: number, codes: string) =>
    plural('es', count, {
      one: `Se ha omitido a una persona: ${codes}`,
      other: `Se ha omitido a ${count} personas: ${codes}`,
    }),
  failed: (count: number, codes: string) =>
    plural('es', count, {
      one: `No se ha podido escribir a una persona: ${codes}`,
      other: `No se ha podido escribir a ${count} personas: ${codes}`,
    }),
  noJob:
    'Cloud Sync no tiene ninguna configuración que escriba grupos. Un administrador debe crear una.',
  notRunning:
    'La configuración de Cloud Sync está en pausa o nunca se ha iniciado. Un administrador debe iniciarla.',
  outOfScope:
    'El grupo no está en el ámbito de Cloud Sync. Un administrador debe agregarlo al filtro de ámbito.',
} as const;
