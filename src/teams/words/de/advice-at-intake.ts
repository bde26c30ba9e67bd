import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What is refused when somebody asks, and may turn out only later. */
export const adviceAtIntake = {
  'user-not-found': {
    happened: (s: string) => `Ich finde ${s} nicht in Microsoft Entra.`,
    next: 'Wählen Sie die Person aus der Liste, oder geben Sie den vollständigen Anmeldenamen ein.',
    whenFailed: {
      happened: (s: string) => `${s} ist nicht mehr in Microsoft Entra.`,
      next: 'Sobald das Konto wieder da ist, wählen Sie „Erneut versuchen“. Für eine andere Person stellen Sie einen neuen Antrag.',
    },
  },
  'user-is-guest': {
    happened: (s: string) => `${s} ist ein Gast.`,
    next: 'Gäste haben kein Konto in Active Directory und können dort deshalb nie Mitglied werden. Wählen Sie eine andere Person, oder bitten Sie um ein Konto in Active Directory: Das legt ein Administrator an.',
    whenFailed: {
      next: 'Gäste haben kein Konto in Active Directory und können dort deshalb nie Mitglied werden. Stellen Sie einen neuen Antrag für eine andere Person, oder bitten Sie um ein Konto in Active Directory: Das legt ein Administrator an.',
    },
  },
  'user-is-cloud-only': {
    happened: (s: string) => `${s} gibt es nur in der Cloud.`,
    next: 'Das Rückschreiben übergeht Personen ohne Konto in Active Directory. Ein Administrator muss das Konto dort anlegen und synchronisieren lassen.',
    whenFailed: {
      next: 'Das Rückschreiben übergeht Personen ohne Konto in Active Directory. Ein Administrator muss das Konto dort anlegen und synchronisieren lassen. Danach wählen Sie „Erneut versuchen“.',
    },
  },
  'user-is-disabled': {
    happened: (s: string) => `Das Konto von ${s} ist deaktiviert.`,
    next: 'Ein Administrator muss es zuerst aktivieren.',
    whenFailed: {
      next: 'Ein Administrator muss es aktivieren. Danach wählen Sie „Erneut versuchen“.',
    },
  },
  'group-not-found': {
    happened: (s: string) => `Ich finde die Gruppe ${s} nicht.`,
    next: 'Wählen Sie eine Gruppe aus der Liste, oder geben Sie einen neuen Namen ein.',
    whenFailed: {
      happened: (s: string) => `Die Gruppe ${s} ist nicht mehr in Microsoft Entra.`,
      next: 'Ein Administrator kann eine gelöschte Gruppe 30 Tage lang wiederherstellen. Danach wählen Sie „Erneut versuchen“. Für eine andere Gruppe stellen Sie einen neuen Antrag.',
    },
  },
  'group-name-taken': {
    happened: (s: string) =>
      `Eine Gruppe mit der Adresse von ${s} gibt es schon, vielleicht unter den gelöschten.`,
    next: 'Wählen Sie die vorhandene Gruppe, oder geben Sie einen anderen Namen ein.',
    whenFailed: {
      next: 'Stellen Sie einen neuen Antrag: Wählen Sie die vorhandene Gruppe, oder geben Sie einen anderen Namen ein.',
    },
  },
  'group-name-not-allowed': {
    happened: (s: string) => `Die Benennungsrichtlinie Ihrer Organisation lässt ${s} nicht zu.`,
    next: 'Wählen Sie einen anderen Namen. Die Regeln kennt ein Administrator.',
    whenFailed: {
      next: 'Stellen Sie einen neuen Antrag mit einem anderen Namen. Die Regeln kennt ein Administrator.',
    },
  },
  'group-is-dynamic': {
    happened: (s: string) => `Wer zu ${s} gehört, bestimmt eine Regel.`,
    next: 'Einer dynamischen Gruppe lässt sich niemand zuweisen. Der Gruppenbesitzer kann die Regel ändern, oder Sie wählen eine andere Gruppe.',
    whenFailed: {
      next: 'Einer dynamischen Gruppe lässt sich niemand zuweisen. Der Gruppenbesitzer kann die Regel ändern. Danach wählen Sie „Erneut versuchen“. Für eine andere Gruppe stellen Sie einen neuen Antrag.',
    },
  },
  'group-is-synced': {
    happened: (s: string) => `${s} stammt aus Active Directory.`,
    next: 'Lokal verwaltete Gruppen lassen sich nicht zurückschreiben. Ein Administrator kann zuvor die Autoritätsquelle der Gruppe in die Cloud verlegen.',
    whenFailed: {
      next: 'Lokal verwaltete Gruppen lassen sich nicht zurückschreiben. Ein Administrator kann die Autoritätsquelle der Gruppe in die Cloud verlegen. Danach wählen Sie „Erneut versuchen“.',
    },
  },
  'group-is-role-assignable': {
    happened: (s: string) => `${s} können Verzeichnisrollen zugewiesen werden.`,
    next: 'Solche Gruppen werden nur von privilegierten Administratoren verwaltet, nicht über Zugriffspakete.',
  },
  'group-is-distribution': {
    happened: (s: string) =>
      `${s} ist eine Verteilergruppe oder E-Mail-aktivierte Sicherheitsgruppe.`,
    next: 'Zugriffspakete und Rückschreiben gibt es für Microsoft 365-Gruppen und Sicherheitsgruppen. Wählen Sie eine andere Gruppe.',
    whenFailed: {
      next: 'Zugriffspakete und Rückschreiben gibt es für Microsoft 365-Gruppen und Sicherheitsgruppen. Stellen Sie einen neuen Antrag für eine andere Gruppe.',
    },
  },
  'group-kind-not-writable': {
    happened: (s: string) =>
      `Kein Rückschreibdienst Ihres Mandanten kann ${s} nach Active Directory schreiben.`,
    next: 'Ein Administrator muss den Dienst für diese Art von Gruppe einrichten: Cloud Sync für Sicherheitsgruppen, Connect Sync für Microsoft 365-Gruppen.',
  },
  'group-out-of-scope': {
    happened: (s: string) => `Cloud Sync schreibt ${s} nicht nach Active Directory.`,
    next: 'Ein Administrator muss die Gruppe im Microsoft Entra Admin Center in den Bereich der Cloud Sync-Konfiguration aufnehmen. Ich sehe die Änderung innerhalb einer Minute.',
    whenFailed: {
      next: 'Ein Administrator muss die Gruppe im Microsoft Entra Admin Center in den Bereich der Cloud Sync-Konfiguration aufnehmen. Danach wählen Sie „Erneut versuchen“.',
    },
  },
  'job-paused': {
    happened: (s: string) =>
      `Cloud Sync würde ${s} nach Active Directory schreiben, ist aber pausiert.`,
    next: 'Ein Administrator muss die Cloud Sync-Konfiguration im Microsoft Entra Admin Center aktivieren.',
    whenFailed: {
      next: 'Ein Administrator muss die Cloud Sync-Konfiguration im Microsoft Entra Admin Center aktivieren. Danach wählen Sie „Erneut versuchen“.',
    },
  },
  'job-not-started': {
    happened: (s: string) =>
      `Cloud Sync würde ${s} nach Active Directory schreiben, wurde aber nie gestartet.`,
    next: 'Ein Administrator muss die Cloud Sync-Konfiguration im Microsoft Entra Admin Center abschließen und starten.',
    whenFailed: {
      next: 'Ein Administrator muss die Cloud Sync-Konfiguration im Microsoft Entra Admin Center abschließen und starten. Danach wählen Sie „Erneut versuchen“.',
    },
  },
  'writeback-off': {
    happened: () => 'Das Gruppenrückschreiben ist in Ihrem Mandanten ausgeschaltet.',
    next: 'Ein Administrator muss das Gruppenrückschreiben in Entra Connect Sync oder Cloud Sync aktivieren.',
  },
  'organizational-unit-missing': {
    happened: () => 'Für zurückgeschriebene Gruppen ist keine Organisationseinheit konfiguriert.',
    next: 'Ein Administrator muss die Organisationseinheit in Entra Connect auswählen.',
  },
  'already-member': {
    happened: (s: string) => `${s} ist bereits Mitglied dieser Gruppe.`,
    next: 'Es gibt nichts zu beantragen. Falls Active Directory es noch nicht zeigt, warten Sie den nächsten Synchronisierungszyklus ab.',
  },
  'open-request-exists': {
    happened: (s: string) => `Für diese Gruppe und ${s} gibt es bereits einen offenen Antrag.`,
    next: 'Schreiben Sie „meine anträge“, um ihn zu sehen.',
  },
  'too-many-open-requests': {
    happened: (s: string) => `Ihre offenen Anträge haben die Obergrenze erreicht (${s}).`,
    next: 'Sobald einer davon beendet ist, können Sie den nächsten senden. Schreiben Sie „meine anträge“, um sie zu sehen: Worüber noch niemand entschieden hat, können Sie zurückziehen, oder Sie bitten die genehmigenden Personen um ihre Entscheidung. Viele Mitgliedschaften passen in eine einzige Liste, die als ein Antrag zählt. Ein Administrator kann die Obergrenze erhöhen.',
  },
  'nobody-can-approve': {
    happened: (s: string) => `Zu wenige Personen könnten diesen Antrag genehmigen (${s}).`,
    next: 'Wer den Antrag stellt oder wem er gilt, genehmigt nie; deaktivierte Konten auch nicht und, wo die Richtlinie verschiedene Personen verlangt, auch niemand, der eine andere Stufe genehmigt. Ein Administrator muss weitere genehmigende Personen benennen.',
    whenFailed: {
      next: 'Wer den Antrag stellt oder wem er gilt, genehmigt nie; deaktivierte Konten auch nicht und, wo die Richtlinie verschiedene Personen verlangt, auch niemand, der eine andere Stufe genehmigt. Ein Administrator muss weitere genehmigende Personen benennen. Danach wählen Sie „Erneut versuchen“.',
    },
  },
  'too-many-approvers': {
    happened: (s: string) => `Die Genehmigungsrichtlinie fragt hier mehr als 200 Personen (${s}).`,
    next: 'Da fühlt sich niemand gefragt. Ein Administrator muss in der Genehmigungsrichtlinie eine kleinere Gruppe nennen.',
    whenFailed: {
      next: 'Da fühlt sich niemand gefragt. Ein Administrator muss in der Genehmigungsrichtlinie eine kleinere Gruppe nennen. Danach wählen Sie „Erneut versuchen“.',
    },
  },
  'access-package-not-found': {
    happened: (s: string) => `Ich finde das Zugriffspaket ${s} nicht.`,
    next: 'Wählen Sie eines aus der Liste, oder überlassen Sie mir die Wahl.',
    whenFailed: {
      happened: (s: string) => `Das Zugriffspaket ${s} gibt es nicht mehr.`,
      next: 'Stellen Sie einen neuen Antrag: Wählen Sie ein anderes Paket, oder überlassen Sie mir die Wahl.',
    },
  },
  'access-package-does-not-fit': {
    happened: (s: string) =>
      `Das Zugriffspaket ${s} verschafft nicht allein die Mitgliedschaft in dieser Gruppe.`,
    next: 'Wählen Sie ein Paket, das die Mitgliedschaft in dieser Gruppe und sonst nichts verschafft, oder überlassen Sie mir die Wahl: Wer ein Paket hat, bekommt alles darin, und genehmigt wird hier eine Gruppe.',
    whenFailed: {
      next: 'Stellen Sie einen neuen Antrag: Wählen Sie ein Paket, das die Mitgliedschaft in dieser Gruppe und sonst nichts verschafft, oder überlassen Sie mir die Wahl.',
    },
  },
  'access-package-holds-more': {
    happened: (s: string) =>
      `Das Zugriffspaket ${s}, das ich für diese Gruppe verwende, verschafft mehr als ihre Mitgliedschaft.`,
    next: 'Jemand hat etwas anderes hineingelegt. Ein Administrator muss das im Entra Admin Center unter den Ressourcenrollen des Pakets wieder herausnehmen; dann lässt sich der Antrag noch einmal stellen.',
    whenFailed: {
      next: 'Jemand hat etwas anderes hineingelegt, deshalb habe ich niemanden zugewiesen. Ein Administrator muss das im Entra Admin Center unter den Ressourcenrollen des Pakets wieder herausnehmen und dann „Erneut versuchen“ wählen.',
    },
  },
  'input-not-valid': {
    happened: (s: string) => s,
    next: 'Berichtigen Sie das Formular, und senden Sie es noch einmal.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
