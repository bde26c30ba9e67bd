import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What happens when people decide, click and are written to. */
export const adviceOnClicks = {
  'catalog-not-found': {
    happened: () =>
      'Ich finde diesen Katalog nicht unter denen, die Ihnen gehören oder die Sie verwalten.',
    next: 'Schreiben Sie „kataloge“, um Ihre zu sehen.',
  },
  'catalog-name-taken': {
    happened: (s: string) => `Einen Katalog namens ${s} gibt es schon.`,
    next: 'Wählen Sie einen anderen Namen, oder öffnen Sie den vorhandenen Katalog.',
  },
  'catalog-last-owner': {
    happened: (s: string) => `Der Katalog ${s} hätte keinen Besitzer mehr.`,
    next: 'Machen Sie zuerst jemand anderen zum Besitzer. Die letzte Besitzerrolle kann ein Administrator von Writeback zurücknehmen.',
  },
  'group-not-owned': {
    happened: (s: string) => `Sie sind nicht Besitzer der Gruppe ${s}.`,
    next: 'Katalogbesitzer fügen Gruppen hinzu, die ihnen selbst gehören. Der Gruppenbesitzer kann Sie zum Besitzer machen, oder ein Administrator von Writeback fügt die Gruppe hinzu.',
  },
  'request-not-found': {
    happened: () => 'Ich finde diesen Antrag nicht.',
    next: 'Schreiben Sie „meine anträge“, um Ihre zu sehen.',
  },
  'not-allowed': {
    happened: () => 'Das dürfen Sie nicht.',
    next: 'Wenden Sie sich an eine der Personen, die auf der Karte stehen.',
  },
  'own-request': {
    happened: () => 'Über einen Antrag von Ihnen oder für Sie dürfen Sie nicht entscheiden.',
    next: 'Eine andere genehmigende Person muss entscheiden.',
  },
  'already-decided': {
    happened: () => 'Über diesen Antrag wurde inzwischen entschieden.',
    next: 'Die Karte zeigt jetzt, wie es steht.',
  },
  'request-changed': {
    happened: () => 'Dieser Antrag hat sich inzwischen geändert.',
    next: 'Die Karte zeigt jetzt, wie es steht. Bitte sehen Sie noch einmal nach.',
  },
  'person-not-reachable': {
    happened: (s: string) => `Ich kann ${s} nicht anschreiben.`,
    next: 'Dort muss zuerst die Writeback-App in Teams hinzugefügt werden.',
  },
  defect: {
    happened: () => 'Bei mir ist etwas schiefgegangen.',
    next: 'Nichts ging verloren. Den Grund findet ein Administrator im Protokoll unter der Nummer dieses Antrags.',
  },
  'reason-not-accepted': {
    happened: (s: string) => s,
    next: 'Nennen Sie es in der Begründung, und senden Sie das Formular noch einmal.',
    whenFailed: {
      next: 'Was geändert werden soll, ist nicht mehr so, wie es genehmigt wurde, und dafür gilt jetzt eine andere Regel. Stellen Sie einen neuen Antrag, der sich an sie hält.',
    },
  },
  'ticket-not-accepted': {
    happened: (s: string) => s,
    next: 'Geben Sie die Ticketnummer ein, und senden Sie das Formular noch einmal.',
    whenFailed: {
      next: 'Was geändert werden soll, ist nicht mehr so, wie es genehmigt wurde, und dafür gilt jetzt eine andere Regel. Stellen Sie einen neuen Antrag, der sich an sie hält.',
    },
  },
  'duration-too-long': {
    happened: (s: string) =>
      `Für diesen Zugriff erlaubt die Genehmigungsrichtlinie höchstens ${s} Tage.`,
    next: 'Wählen Sie eine kürzere Zeit, und senden Sie das Formular noch einmal.',
    whenFailed: {
      next: 'Was geändert werden soll, ist nicht mehr so, wie es genehmigt wurde, und dafür gilt jetzt eine andere Regel. Stellen Sie einen neuen Antrag, der sich an sie hält.',
    },
  },
  'refused-by-policy': {
    happened: (s: string) => s,
    next: 'So steht es in der Genehmigungsrichtlinie Ihrer Organisation. Ein Administrator kann sie ändern.',
    whenFailed: {
      next: 'Was geändert werden soll, ist nicht mehr so, wie es genehmigt wurde, und die Genehmigungsrichtlinie Ihrer Organisation lehnt es jetzt ab. Ein Administrator kann sie ändern. Danach wählen Sie „Erneut versuchen“.',
    },
  },
  'break-glass-off': {
    happened: (s: string) => `Notfallzugriff auf ${s} ist nicht erlaubt.`,
    next: 'Stellen Sie einen gewöhnlichen Antrag; die genehmigenden Personen werden sofort gefragt.',
  },
  'break-glass-unreviewed': {
    happened: (s: string) =>
      `Ihr Notfallzugriff ${s} ist noch nicht geprüft, und bis dahin gibt es keinen weiteren.`,
    next: 'Bitten Sie jemanden, der davon benachrichtigt wurde, ihn zu prüfen, oder stellen Sie einen gewöhnlichen Antrag; die genehmigenden Personen werden sofort gefragt.',
  },
  'break-glass-new-group': {
    happened: (s: string) =>
      `${s} gibt es noch nicht, und Notfallzugriff erstellt keine Gruppe: Ihr Besitzer bliebe, wenn die Stunden um sind.`,
    next: 'Wählen Sie eine vorhandene Gruppe, oder stellen Sie einen gewöhnlichen Antrag; die genehmigenden Personen werden sofort gefragt.',
  },
  'break-glass-under-way': {
    happened: (s: string) => `${s} ist bereits unterwegs und gibt dieselbe Mitgliedschaft.`,
    next: 'Notfallzugriff wäre nicht schneller. Wer den Antrag gestellt hat oder den Zugriff bekommen soll, kann „warum“ und seine Nummer schreiben und lesen, worauf er wartet.',
  },
  'not-asked-now': {
    happened: () => 'In dieser Stufe werden Sie nicht gefragt.',
    next: 'Wer jetzt gefragt ist, steht auf der Karte.',
  },
  'already-approved': {
    happened: () => 'Ihre Genehmigung zählt bereits.',
    next: 'Sie müssen nichts weiter tun. Fehlen noch Genehmigungen, müssen sie von anderen kommen.',
  },
  'approved-earlier-stage': {
    happened: () => 'Sie haben diesen Antrag in einer früheren Stufe genehmigt.',
    next: 'In dieser Stufe muss jemand anderes entscheiden. Wer gefragt ist, steht auf der Karte.',
  },
  'needed-later': {
    happened: (s: string) => `Eine spätere Stufe dieses Antrags braucht Sie (${s}).`,
    next: 'Dort gibt es sonst niemanden, und niemand genehmigt zweimal. Bitte überlassen Sie diese Stufe einer der anderen Personen, die auf der Karte stehen.',
  },
  'no-longer-approver': {
    happened: () => 'Sie gehören nicht mehr zu denen, die über diesen Antrag entscheiden.',
    next: 'Sie haben die Gruppe oder die Rolle verlassen, für die Sie gefragt wurden. Wer gefragt ist, steht auf der Karte; ein Administrator kann es richtigstellen.',
  },
  'approval-expired': {
    happened: () => 'Die Zeit, über diesen Antrag zu entscheiden, ist vorbei.',
    next: 'Es wurde nichts entschieden. Wer den Zugriff noch braucht, stellt einen neuen Antrag.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
