import type { Diagnosis } from '../../domain/cause.ts';
import { withoutDetails } from '../../domain/diagnosis.ts';
import { isOpen, type Lateness, type Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import {
  type AdaptiveCard,
  card,
  type Element,
  heading,
  panel,
  section,
  text,
} from './elements.ts';
import { said, saidPlain } from './escape.ts';
import { findLateness } from './late-places.ts';
import { refreshOf, requestActions } from './request-actions.ts';
import { noticePanel } from './request-parts.ts';
import type { RequestView } from './view.ts';
import { moment } from './when.ts';
import { causeSection, causeWords } from './why-causes.ts';

/** Beside the best reason, so many others are named. */
const mostOthers = 3;

/**
 * That a request is late or overdue, with the reasons that were found then. When it has gone on, the same card says
 * so: it has done its duty.
 */
export function lateCard(view: RequestView, grade: Lateness['grade']): AdaptiveCard {
  const { words, request, notice } = view;
  const { displayName } = request.beneficiary;
  const { displayName: groupName } = request.plan.group;
  const title = words.late.titles[titleOf(request, grade)];
  return card(words, {
    fallbackText: title(saidPlain(displayName, 60), saidPlain(groupName, 60)),
    refresh: refreshOf(view),
    body: [
      heading(title(said(displayName), said(groupName))),
      text(words.request.number(request.id), { isSubtle: true, spacing: 'none' }),
      ...(notice === undefined ? [] : [noticePanel(notice)]),
      ...passages(view, grade),
    ],
    actions: isOpen(request) ? requestActions(view) : [],
  });
}

function titleOf(
  request: Request,
  grade: Lateness['grade'],
): keyof RequestView['words']['late']['titles'] {
  if (request.state === 'confirmed') {
    return request.proof.kind === 'ldap' ? 'arrived' : 'attested';
  }
  if (!isOpen(request)) {
    return 'ended';
  }
  return findLateness(request) === undefined ? 'goneOn' : grade;
}

function passages(view: RequestView, grade: Lateness['grade']): readonly Element[] {
  const { words, request } = view;
  const { late, listStates } = words;
  if (request.state === 'confirmed') {
    return [panel('good', [text(arrival(words, request.proof), { weight: 'bolder' })])];
  }
  const lateness = findLateness(request);
  if (!isOpen(request)) {
    return [text(late.ended(listStates[request.state]))];
  }
  if (lateness === undefined) {
    return [text(late.goneOn)];
  }
  return lateness.grade === grade
    ? [latePanel(words, request, lateness), ...reasons(view)]
    : [text(late.newer)];
}

type Confirmed = Extract<Request, { readonly state: 'confirmed' }>;

function arrival({ late }: Words, proof: Confirmed['proof']): string {
  const at = moment(proof.checkedAt);
  return proof.kind === 'ldap'
    ? late.arrivedAt(at)
    : late.attestedAt(said(proof.by.displayName), at);
}

function latePanel(
  { late, listStates }: Words,
  { state }: Request,
  { grade, since }: Lateness,
): Element {
  return panel(grade === 'overdue' ? 'attention' : 'warning', [
    text(late.lateSince(moment(since)), { weight: 'bolder' }),
    text(late.ended(listStates[state]), { spacing: 'small' }),
  ]);
}

function reasons({ words, request, isAdministrator }: RequestView): readonly Element[] {
  const diagnosis = 'diagnosis' in request ? request.diagnosis : undefined;
  if (diagnosis === undefined || diagnosis.causes.length === 0) {
    return [text(words.late.unexplained)];
  }
  const told: Diagnosis = isAdministrator === true ? diagnosis : withoutDetails(diagnosis);
  const [first, ...others] = told.causes;
  return [
    ...(first === undefined
      ? []
      : [causeSection(words, request, { cause: first, isPlain: isAdministrator !== true })]),
    ...(others.length === 0
      ? []
      : [
          section(
            words.why.alsoPossible,
            others
              .slice(0, mostOthers)
              .map((cause) => text(causeWords(words, request, cause), { spacing: 'small' })),
          ),
        ]),
  ];
}
