import type { DriftFinding } from '../../../domain/drift-finding.ts';
import type { DriftFix } from '../../../domain/drift-fix.ts';
import { plural } from '../counting.ts';

/** Where Active Directory is not as Entra says. */
export const drift = {
  title: 'Active Directory weicht von Entra ab',
  compared: 'Entra und Active Directory im Vergleich',
  news: (count: number) =>
    plural('de', count, { one: 'Eine neue Abweichung', other: `${count} neue Abweichungen` }),
  all: (count: number) =>
    plural('de', count, { one: 'Eine Abweichung', other: `${count} Abweichungen` }),
  none: 'Beim letzten Nachsehen stimmte Active Directory mit Entra überein.',
  notYet: 'Ich habe Entra und Active Directory noch nicht verglichen.',
  nothingCompared: 'Beim letzten Nachsehen gab es keine Gruppe, die ich vergleichen konnte.',
  lastLook: (moment: string, groups: number) =>
    plural('de', groups, {
      one: `Zuletzt nachgesehen: ${moment}, bei einer Gruppe`,
      other: `Zuletzt nachgesehen: ${moment}, bei ${groups} Gruppen`,
    }),
  unread: (count: number) =>
    plural('de', count, {
      one: 'Eine Gruppe ließ sich nicht vergleichen.',
      other: `${count} Gruppen ließen sich nicht vergleichen.`,
    }),
  off: 'Der tägliche Vergleich ist ausgeschaltet (DRIFT_WATCH=off).',
  impossible:
    'Ich vergleiche nichts, weil ich in Active Directory keine ganzen Gruppen lesen kann; dafür braucht es AD_MODE=direct.',
  administratorsOnly:
    'Das können nur Administratoren von Writeback sehen. Wenden Sie sich an einen von ihnen.',
  promise: 'Ich sehe nur nach. Nichts vom Folgenden wurde ausgeführt.',
  since: (moment: string) => `seit ${moment}`,
  fix: (place: string) => `So lässt es sich beheben, ${place}:`,
  places: {
    'active-directory': 'für Administratoren von Active Directory',
    'sync-server': 'auf dem Entra Connect-Server',
    entra: 'für Administratoren von Entra',
  } satisfies Readonly<Record<DriftFix['runOn'], string>>,
  findings: {
    'member-added': (what: string) => `${what} wurde in Active Directory von Hand hinzugefügt.`,
    'member-removed': (what: string) => `${what} wurde in Active Directory von Hand entfernt.`,
    'member-missing': (what: string) => `${what} ist in Entra, aber nicht in Active Directory.`,
    'writeback-off': () =>
      'Ihr Rückschreiben wurde ausgeschaltet, deshalb erreicht keine Änderung Active Directory.',
    moved: (what: string) => `Sie wurde aus der Ziel-OU verschoben: ${what}`,
    'wrong-type': (what: string) =>
      `Ihr Typ in Active Directory wurde geändert: groupType ${what}.`,
    'group-missing': () => 'Sie ist nicht in Active Directory.',
    'group-ambiguous': (what: string) => `Mehr als ein Objekt könnte sie sein: ${what}`,
    'group-orphaned': (what: string) => `In Entra gibt es sie nicht mehr, hier noch: ${what}`,
  } satisfies Readonly<Record<DriftFinding['kind'], (what: string) => string>>,
  /** Where a group has more differences, or there are more groups, than a card holds. */
  more: (count: number) =>
    plural('de', count, {
      one: 'Eine weitere steht nicht hier. „npm run drift“ zeigt alles.',
      other: `${count} weitere stehen nicht hier. „npm run drift“ zeigt alles.`,
    }),
} as const;
