export const tenant = {
  title: 'Ist der Mandant bereit?',
  summary: 'Was in Ihrem Mandanten für das Gruppenrückschreiben bereit ist',
  hybrid: 'Verzeichnis',
  isHybrid: 'mit Active Directory synchronisiert',
  isNotHybrid: 'nur in der Cloud',
  engines: 'Dienste',
  none: 'keine gefunden',
  organizationalUnit: 'Ziel-OU',
  unknown: 'nicht konfiguriert',
  lastSync: 'Letzter Sync',
  ready: 'Alles ist bereit.',
  readyForNow: (engines: string) =>
    `Anträge laufen derzeit durch, aber über etwas, das Microsoft nicht mehr unterstützt und das jederzeit ausfallen kann: ${engines}`,
  notReady: 'Anträge werden abgelehnt, bis Folgendes behoben ist:',
  administratorsOnly:
    'Das können nur Administratoren von Writeback sehen. Wenden Sie sich an einen von ihnen.',
} as const;
