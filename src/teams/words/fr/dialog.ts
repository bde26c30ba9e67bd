export const dialog = {
  title: 'Demander un accès',
  description: 'Demander l’ajout à un groupe, pour vous ou pour quelqu’un d’autre',
  sent: 'Votre demande est faite. Sa carte arrive dans notre conversation privée.',
  listMade:
    'Votre liste est créée, mais rien n’a encore été envoyé. Sa carte arrive dans notre conversation privée : vérifiez-y ce que j’ai trouvé, puis envoyez-la.',
  unknownCommand:
    'Je ne propose pas cela. Choisissez « Demander un accès » pour demander l’ajout à un groupe.',
  damaged:
    'Je n’ai pas pu lire ce formulaire, rien n’a donc été envoyé. Veuillez le fermer et le rouvrir.',
} as const;

export const slow = {
  stillWorking:
    'C’est plus long que d’habitude. Je continue, et le résultat arrivera sur cette carte ou dans notre conversation privée dès qu’il sera là. Si rien n’est venu dans une minute, cliquez à nouveau : rien n’est fait deux fois.',
  stillSending:
    'Je vérifie encore votre demande. Sa carte arrive dans notre conversation privée ; si quelque chose s’y oppose, je vous le dirai là-bas.',
  outdated:
    'Je n’ai pas pu mettre cette carte à jour à l’instant. Rien n’est perdu ; choisissez « Actualiser » pour regarder à nouveau.',
  notCounted: (id: string, reason: string) =>
    `Votre clic sur ${id} a pris du temps et n’a pas compté. ${reason}`,
  unheard: (person: string) =>
    `${person}, j’ai une réponse pour vous, mais je ne peux pas encore vous écrire en privé. Ajoutez l’application Writeback dans Teams, puis réessayez.`,
} as const;
