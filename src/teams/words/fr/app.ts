import type { CommandName } from '../command-name.ts';

/** Those with an accent also without, as people type them in a hurry. */
export const commands: Readonly<Record<CommandName, readonly string[]>> = {
  help: ['aide', 'bonjour', 'salut', 'coucou', 'commandes'],
  request: [
    'demande',
    'nouvelle demande',
    'demander',
    'demander un accès',
    'demander un acces',
    'accès',
    'acces',
  ],
  again: ['redemander', 'à nouveau', 'a nouveau'],
  favourites: ['favoris', 'mes favoris'],
  bulk: ['liste', 'en masse'],
  'my-requests': ['mes demandes', 'ma demande', 'demandes'],
  waiting: [
    'en attente',
    'approbations',
    'à approuver',
    'a approuver',
    'à décider',
    'a decider',
    'à traiter',
    'a traiter',
  ],
  deputy: [
    'suppléant',
    'suppleant',
    'suppléance',
    'suppleance',
    'absence',
    'remplaçant',
    'remplacant',
    'congés',
    'conges',
  ],
  status: ['statut', 'état', 'etat', 'où en est', 'ou en est'],
  cancel: ['annuler', 'retirer', 'annulation'],
  why: ['pourquoi', 'pourquoi pas encore'],
  prerequisites: ['prérequis', 'prerequis'],
  engines: ['moteurs'],
  'sync-now': ['synchroniser', 'synchro'],
  drift: ['écarts', 'ecarts', 'dérive', 'derive'],
  undelivered: ['non remis', 'non remises'],
  catalogs: ['catalogues', 'catalogue'],
};

export const app = {
  name: 'Writeback',
  fullName: 'Writeback : appartenance aux groupes dans Active Directory',
  description: 'Demandez l’accès à un groupe et voyez-le arriver dans Active Directory',
  fullDescription: `Writeback ajoute des personnes aux groupes que connaît votre Active Directory local.

Vous indiquez qui doit être dans quel groupe et pourquoi. Un approbateur décide sur une carte. Writeback active ensuite la réécriture du groupe, l’ajoute à un package d’accès de la gestion des droits d’utilisation Microsoft Entra et y affecte la personne. Une fois la synchronisation effectuée, Writeback regarde dans Active Directory et vous montre la preuve.

Vous voyez à tout moment où en est votre demande : affectation faite, membre dans Microsoft Entra, exportation par la synchronisation, membre dans Active Directory. Si quelque chose la bloque, vous lisez pourquoi et qui peut y remédier.

Writeback a besoin de la gestion des droits d’utilisation Microsoft Entra et de la réécriture de groupe dans votre organisation, ainsi que d’un administrateur pour le configurer.`,
  commands: {
    help: 'Ce que vous pouvez dire à Writeback',
    request: 'Demander l’ajout à un groupe, pour vous ou pour quelqu’un d’autre',
    again:
      'Redemander ce que vous avez déjà demandé ; ajoutez le numéro ou reprenez la dernière demande',
    favourites:
      'Les groupes que vous demandez souvent ; ils viennent en premier dans le formulaire',
    bulk: 'Demander beaucoup d’ajouts à la fois : collez une liste ou envoyez un fichier .csv',
    'my-requests': 'Ce que vous avez demandé et ce que vous obtenez',
    waiting: 'Ce qui attend votre décision',
    deputy: 'Désigner quelqu’un qui décide pour vous pendant votre absence',
    status: 'Où en est une demande ; ajoutez son numéro, par exemple WB-7K3F2Q9X',
    cancel: 'Retirer une demande sur laquelle personne n’a encore décidé ; ajoutez son numéro',
    why: 'Pourquoi quelqu’un n’est pas encore dans Active Directory ; ajoutez le numéro de la demande',
    prerequisites:
      'Pour les administrateurs : ce qui est prêt pour la réécriture dans votre locataire',
    engines: 'Pour les administrateurs : ce qui écrit les groupes dans Active Directory',
    'sync-now':
      'Pour les administrateurs : lancer maintenant la synchronisation de tout ce qui attend',
    drift: 'Pour les administrateurs : où Active Directory diffère de ce que dit Entra',
    undelivered: 'Pour les administrateurs : à qui il a été impossible d’écrire',
    catalogs: 'Les catalogues que vous possédez ou gérez : leurs groupes et leurs responsables',
  } satisfies Readonly<Record<CommandName, string>>,
} as const;
