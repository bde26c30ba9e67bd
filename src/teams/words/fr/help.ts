export const welcome = {
  title: 'Bonjour, je suis Writeback',
  body: 'J’ajoute des personnes aux groupes que connaît Active Directory : quelqu’un demande, un approbateur décide, je fais le reste dans Entra, puis je vous montre la preuve dans Active Directory.',
  summary: 'Writeback est là. Tapez « demande » pour demander l’ajout à un groupe.',
} as const;

export const help = {
  title: 'Ce que je peux faire',
  summary: 'Ce que vous pouvez dire à Writeback',
  commands: [
    ['demande', 'demander l’ajout à un groupe, pour vous ou pour quelqu’un d’autre'],
    ['demande Finance Reports', 'la même chose, avec le groupe déjà rempli'],
    ['redemander', 'le formulaire à nouveau, rempli comme votre dernière demande'],
    [
      'favoris',
      'les groupes que vous demandez souvent : gardés ici, ils viennent en premier dans le formulaire',
    ],
    [
      'liste',
      'demander beaucoup d’ajouts à la fois : collez une liste ou envoyez-moi un fichier .csv',
    ],
    ['mes demandes', 'ce que vous avez demandé et ce que vous obtenez'],
    ['statut WB-7K3F2Q9X', 'où en est une demande'],
    ['annuler WB-7K3F2Q9X', 'retirer une demande sur laquelle personne n’a encore décidé'],
    ['en attente', 'ce qui attend votre décision'],
    ['suppléant', 'qui décide pour vous pendant votre absence'],
    [
      'pourquoi WB-7K3F2Q9X',
      'pourquoi quelqu’un n’est pas encore dans Active Directory, et qui peut y remédier',
    ],
    [
      'catalogues',
      'les catalogues dont vous vous occupez : leurs groupes, leurs packages et leurs autres responsables',
    ],
  ],
  forAdministrators: [
    ['prérequis', 'ce qui est prêt pour la réécriture dans votre locataire'],
    [
      'moteurs',
      'ce qui écrit les groupes dans Active Directory, et ce que Microsoft prend en charge',
    ],
    ['synchroniser', 'lancer la synchronisation de tout ce qui attend'],
    ['écarts', 'où Active Directory diffère de ce que dit Entra'],
    ['non remis', 'à qui il a été impossible d’écrire, et ce qui y remédie'],
  ],
  didYouMean: (command: string) => `Vouliez-vous dire « ${command} » ?`,
  notUnderstood: 'Je n’ai pas compris. Voici ce que vous pouvez dire.',
  mention:
    'Ici, il faut me mentionner. Les formulaires et les réponses sur les demandes arrivent dans notre conversation privée.',
} as const;
