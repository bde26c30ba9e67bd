/** The dialog that starts a request from any chat, and what is said when an answer takes longer than Teams waits. */
export const dialog = {
  title: 'Solicitar acceso',
  description: 'Solicitar la pertenencia a un grupo, para usted o para otra persona',
  sent: 'Su solicitud está hecha. Su tarjeta llega a nuestro chat privado.',
  listMade:
    'Su lista está creada, pero todavía no se ha enviado nada. Su tarjeta llega a nuestro chat privado: revise allí lo que he encontrado y envíela.',
  unknownCommand:
    'No ofrezco esto. Elija “Solicitar acceso” para solicitar la pertenencia a un grupo.',
  damaged:
    'No he podido leer este formulario, así que no se ha enviado nada. Ciérrelo y ábralo de nuevo.',
} as const;

export const slow = {
  stillWorking:
    'Esto tarda más de lo habitual. Sigo con ello, y el resultado llegará a esta tarjeta o a nuestro chat privado en cuanto lo haya. Si en un minuto no ha llegado nada, vuelva a hacer clic: nada se hace dos veces.',
  stillSending:
    'Todavía estoy comprobando su solicitud. Su tarjeta llega a nuestro chat privado; si algo lo impide, lo digo allí.',
  outdated:
    'No he podido actualizar esta tarjeta en este momento. No se ha perdido nada; elija «Actualizar» para volver a mirar.',
  notCounted: (id: string, reason: string) =>
    `Su clic en ${id} tardó y no se ha tenido en cuenta. ${reason}`,
  unheard: (person: string) =>
    `${person}: tengo una respuesta para usted, pero todavía no puedo escribirle en privado. Agregue la aplicación Writeback en Teams y vuelva a intentarlo.`,
} as const;
