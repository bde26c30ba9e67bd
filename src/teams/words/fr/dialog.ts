export const dialog = {
  title: 'Demander un accès',
  description: 'Demander l’ajout à un groupe, pour vous ou pour quelqu’un d’autre',
  sent: 'Votre demande est faite. Sa carte arrive dans notre conversation privée.',
  unknownCommand:
    'Je ne propose pas cela. Choisissez « Demander un accès » pour demander l’ajout à un groupe.',
  damaged:
    'Je n’ai pas pu lire ce formulaire, rien n’a donc été envoyé. Veuillez le fermer et le rouvrir.',
} as const;

export const slow = {
  stillWorking:
    'J’y travaille encore. La carte ici suivra ; si rien n’a changé dans une minute, veuillez réessayer. Rien n’est fait deux fois.',
  stillSending:
    'Je vérifie encore votre demande. Sa carte arrive dans notre conversation privée ; si quelque chose s’y oppose, je vous le dirai là-bas.',
  notCounted: (id: string, reason: string) =>
    `Votre clic sur ${id} a pris du temps et n’a pas compté. ${reason}`,
} as const;
