import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What Active Directory and the sync engine answer. */
export const adviceOnPremises = {
  'directory-unreachable': {
    happened: () => 'Ningún controlador de dominio responde en este momento.',
    next: 'Sigo comprobándolo. Un administrador puede revisar la conexión con Active Directory.',
  },
  'directory-refused-credentials': {
    happened: () => 'Active Directory no ha aceptado mi cuenta.',
    next: 'Un administrador debe renovar la cuenta que lee Active Directory.',
  },
  'directory-not-secure': {
    happened: () => 'La conexión con Active Directory no es segura, así que no la uso.',
    next: 'Un administrador debe configurar LDAPS con un certificado que yo pueda comprobar.',
  },
  'sync-unreachable': {
    happened: () => 'En este momento no puedo ver la programación del motor de sincronización.',
    next: 'La confirmación llegará igualmente; solo se desconoce la hora prevista.',
  },
  'sync-start-not-available': {
    happened: () => 'No puedo iniciar una sincronización desde aquí.',
    next: 'El próximo ciclo lo incluye todo. Un administrador puede iniciar uno en el servidor de sincronización o conectarme a él.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
