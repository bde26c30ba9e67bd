/** People whom the organisation does not let use the bot. */
export const guests = {
  refused:
    'Lo siento, solo trabajo para miembros de esta organización y aquí su cuenta es de invitado. Pida a alguien de la organización que haga la solicitud, o pregunte a un administrador si los invitados pueden usarme.',
  unknown:
    'No le encuentro en esta organización, así que no hago nada. Si acaba de llegar, inténtelo de nuevo en diez minutos; si no, pregunte a un administrador.',
  checking:
    'Todavía estoy averiguando quién es, así que aún no se ha hecho nada. Inténtelo de nuevo en un momento.',
} as const;
