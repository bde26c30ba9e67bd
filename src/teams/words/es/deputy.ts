/** An approver's deputy, and what waits for an approver. */
export const deputy = {
  title: 'Su suplente',
  summary: 'Designe a quien decide durante su ausencia',
  intro:
    'Durante su ausencia, otra persona puede decidir lo que se le consulta. Usted también puede seguir decidiendo.',
  given: (who: string, from: string, until: string) =>
    `${who} decide en su lugar, del ${from} al ${until}.`,
  received: (who: string, from: string, until: string) =>
    `Decide en lugar de ${who}, del ${from} al ${until}.`,
  none: 'Ahora mismo nadie decide en su lugar.',
  person: 'Suplente',
  personHint: 'Escriba un nombre',
  personName: 'o su nombre de inicio de sesión',
  chosen: 'La persona elegida',
  from: 'Desde',
  fromMissing: 'Elija el primer día.',
  until: 'Hasta este día inclusive',
  untilMissing: 'Elija el último día.',
  name: 'Designar suplente',
  end: 'Terminar ahora',
  noPerson: 'Elija quién decide en su lugar o escriba su nombre de inicio de sesión.',
  twoPeople:
    'Elija la persona en la lista o escriba un nombre de inicio de sesión, pero no ambas cosas.',
  noDays: 'Elija el primer y el último día.',
  named: (who: string) => `Listo. ${who} lo sabe y recibe sus solicitudes desde el primer día.`,
  namedUnreachable: (who: string) =>
    `Listo, pero no puedo escribir a ${who}. Pídale que agregue la aplicación Writeback en Teams.`,
  ended: 'Listo. Desde ahora nadie más decide en su lugar.',
  replaced: (who: string) => `${who} ya no decide en su lugar.`,
  toldTitle: (who: string) => `Ahora suple a ${who}`,
  toldBody: (who: string, from: string, until: string) =>
    `${who} le ha designado suplente del ${from} al ${until}. Todo lo que se consulte a ${who} le llegará también; cada tarjeta lo indica. No le llegará nada de lo que solicite para sí.`,
  overTitle: (who: string) => `Ya no suple a ${who}`,
  overBody: (who: string) => `${who} ha terminado la suplencia. Ya no se le consulta en su nombre.`,
} as const;

export const waiting = {
  title: 'En espera de su decisión',
  summary: 'Lo que espera su decisión',
  empty: 'Nada espera su decisión.',
  hint: 'Elija una para decidir.',
  more: 'Hay más. Decida sobre estas y pregunte otra vez.',
  review: 'acceso de emergencia, por revisar',
  unreviewed: 'Accesos de emergencia que nadie ha revisado desde hace más de un día',
} as const;
