export const tenant = {
  title: 'Le locataire est-il prêt ?',
  summary: 'Ce qui est prêt pour la réécriture de groupe dans votre locataire',
  hybrid: 'Annuaire',
  isHybrid: 'synchronisé avec Active Directory',
  isNotHybrid: 'cloud uniquement',
  engines: 'Moteurs',
  none: 'aucun trouvé',
  organizationalUnit: 'UO cible',
  unknown: 'non configurée',
  lastSync: 'Dernière synchro',
  ready: 'Tout est en place.',
  readyForNow: (engines: string) =>
    `Les demandes aboutissent pour l’instant, mais par un moyen que Microsoft ne prend plus en charge et qui peut s’arrêter à tout moment : ${engines}`,
  notReady: 'Les demandes sont refusées tant que ceci n’est pas corrigé :',
  administratorsOnly:
    'Seuls les administrateurs de Writeback peuvent voir cela. Adressez-vous à l’un d’eux.',
} as const;
