import { toProblemCode } from '../../domain/advice.ts';
import type { Diagnosis, Unanswered } from '../../domain/cause.ts';
import { isOpen, type Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import {
  type Action,
  type AdaptiveCard,
  card,
  type Element,
  execute,
  folded,
  heading,
  panel,
  section,
  text,
} from './elements.ts';
import { said } from './escape.ts';
import { requestData } from './request-actions.ts';
import { requestSentence } from './sentences.ts';
import type { Option } from './view.ts';
import { moment } from './when.ts';
import { causeSection, causeSummary } from './why-causes.ts';

export interface WhyView {
  /** In the reader's language. */
  readonly words: Words;
  readonly request: Request;
  /** What this reader may see of it. */
  readonly diagnosis: Diagnosis;
  readonly options: readonly Option[];
}

const shown = 5;

/** "Why not yet?": the best reason first, with what was seen, what to do and who does it; a personal view. */
export function whyCard({ words, request, diagnosis, options }: WhyView): AdaptiveCard {
  const { causes } = diagnosis;
  const person = said(request.beneficiary.displayName);
  const group = said(request.plan.group.displayName);
  return card(words, {
    fallbackText: requestSentence(words, request),
    body: [
      heading(titleOf(words, request)),
      text(words.request.forWhom(person, group), { weight: 'bolder', spacing: 'small' }),
      text(words.request.number(request.id), { isSubtle: true, spacing: 'none' }),
      text(words.why.asOf(moment(diagnosis.at)), { isSubtle: true, spacing: 'none' }),
      ...(causes.length === 0 ? [nothing(words, request)] : []),
      ...causes.slice(0, shown).map((cause) => causeSection(words, request, { cause })),
      ...rest(words, request, causes.slice(shown)),
      ...unanswered(words, diagnosis.unanswered),
    ],
    actions: whyActions(words, request, options),
  });
}

/** What has come to an end is not waited for any more. */
function titleOf({ why, buttons }: Words, request: Request): string {
  if (isOpen(request)) {
    return why.title;
  }
  if (request.state === 'failed') {
    return buttons.whyStopped;
  }
  return request.state === 'confirmed' ? why.arrived : why.ended;
}

function nothing({ why, listStates }: Words, request: Request): Element {
  return isOpen(request)
    ? panel('emphasis', [
        text(why.nothing, { weight: 'bolder' }),
        text(why.nothingNext, { spacing: 'small' }),
      ])
    : panel('emphasis', [text(why.finished(listStates[request.state]), { weight: 'bolder' })]);
}

function rest(words: Words, request: Request, causes: Diagnosis['causes']): readonly Element[] {
  return causes.length === 0
    ? []
    : folded(
        'more',
        words.why.more(causes.length),
        causes.map((cause) => causeSummary(words, request, cause)),
      );
}

function unanswered(words: Words, missing: readonly Unanswered[]): readonly Element[] {
  return missing.length === 0
    ? []
    : [
        section(
          words.why.unansweredTitle,
          missing.map((each) => text(unansweredWords(words, each), { spacing: 'small' })),
        ),
      ];
}

function unansweredWords({ why, sources, advice }: Words, { source, code }: Unanswered): string {
  const reason = code === 'no-answer' ? why.noAnswer : advice[toProblemCode(code)].happened('');
  return why.unanswered(sources[source], reason);
}

function whyActions(words: Words, request: Request, options: readonly Option[]): readonly Action[] {
  const data = requestData(request);
  const { buttons } = words;
  return [
    ...(options.includes('sync-now') ? [execute(buttons['sync-now'], 'sync-now', { data })] : []),
    execute(buttons.lookAgain, 'why', { data }),
    execute(buttons.back, 'view', { data }),
  ];
}
