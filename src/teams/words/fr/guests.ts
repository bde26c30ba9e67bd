export const guests = {
  refused:
    'Je suis désolé, je ne travaille que pour les membres de cette organisation, et vous y êtes en tant qu’invité. Demandez à quelqu’un de l’organisation de faire la demande, ou à un administrateur si les invités peuvent m’utiliser.',
  unknown:
    'Je ne vous trouve pas dans cette organisation et ne fais donc rien. Si vous venez d’arriver, réessayez dans dix minutes ; sinon, adressez-vous à un administrateur.',
  checking:
    'Je cherche encore qui vous êtes, rien n’a donc encore été fait. Veuillez réessayer dans un instant.',
} as const;
