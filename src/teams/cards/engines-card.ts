import { cloudSyncLink, connectSyncLink } from '../../domain/deep-links.ts';
import {
  type EngineFinding,
  findEngine,
  type WritebackEngine,
  type WritebackTenant,
} from '../../domain/group.ts';
import type { Words } from '../words/words.ts';
import {
  type AdaptiveCard,
  card,
  type Element,
  heading,
  openUrl,
  panel,
  row,
  section,
  text,
} from './elements.ts';
import { jobRows } from './engines-job.ts';
import { said } from './escape.ts';

/** Each engine: whether it writes, whether Microsoft supports it, how it was found, and what this means. */
export function enginesCard(words: Words, tenant: WritebackTenant): AdaptiveCard {
  const { engineReport: own } = words;
  const { findings = [], cloudSync } = tenant;
  const isJobTold = findings.some(({ evidence }) => evidence.kind === 'job');
  return card(words, {
    fallbackText: own.summary,
    body: [
      heading(own.title),
      ...findings.map((finding) => engineSection(words, tenant, finding)),
      ...(cloudSync === undefined || isJobTold
        ? []
        : [section(words.engines['cloud-sync'], jobRows(words, cloudSync))]),
      ...guidance(words, tenant),
    ],
    actions: [openUrl(own.open, cloudSync === undefined ? connectSyncLink : cloudSyncLink)],
  });
}

function engineSection(words: Words, tenant: WritebackTenant, finding: EngineFinding): Element {
  const { engineReport: own } = words;
  const { engine, isWriting, isSupported, evidence } = finding;
  const unit = finding.organizationalUnit ?? tenant.organizationalUnit;
  return section(words.engines[engine], [
    row(own.state, isWriting ? own.writing : own.notWriting),
    row(own.support, isSupported ? own.supported : own.unsupported),
    row(own.works, own.kinds[engine]),
    row(own.evidence, evidenceWords(words, evidence)),
    row(own.organizationalUnit, unit === undefined ? own.unknownUnit : said(unit, 300)),
    ...(evidence.kind === 'job' ? jobRows(words, evidence.job) : []),
  ]);
}

function evidenceWords({ engineReport: own }: Words, evidence: EngineFinding['evidence']): string {
  return evidence.kind === 'feature'
    ? own.feature(said(evidence.name))
    : own.evidences[evidence.kind];
}

function guidance(words: Words, { engines }: WritebackTenant): readonly Element[] {
  const { engineReport: own } = words;
  if (engines.length === 0) {
    return [panel('attention', [text(own.none, { weight: 'bolder' }), text(own.noneNext)])];
  }
  const advice = adviceOn(words, engines);
  return advice.length === 0
    ? [panel('good', [text(own.fine)])]
    : [
        panel('warning', [
          text(own.guidanceTitle, { weight: 'bolder' }),
          ...advice.map((line) => text(line, { spacing: 'small' })),
        ]),
      ];
}

function adviceOn(
  { engineReport: own }: Words,
  engines: readonly WritebackEngine[],
): readonly string[] {
  return [
    ...(engines.includes('connect-v2') ? [own.moveFromSecond] : []),
    ...(findEngine('security', engines) === undefined ? [own.noSecurity] : []),
    ...(findEngine('microsoft-365', engines) === undefined ? [own.noMicrosoft365] : []),
  ];
}
