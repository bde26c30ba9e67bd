/**
 * What is wrong with an input itself (`input-not-valid`): the subject of the refusal or the detail of the Problem,
 * which teams/words says in the reader's language.
 */
export type Complaint =
  | 'reason-missing'
  | 'reason-too-long'
  | 'group-name-missing'
  | 'group-name-too-long'
  | 'group-name-not-showable'
  | 'duration-not-offered'
  | 'person-too-long'
  | 'person-not-a-sign-in-name'
  | 'comment-missing'
  | 'comment-too-long'
  | 'form-of-another'
  | 'ticket-too-long'
  | 'duration-not-shorter'
  | 'deputy-is-oneself'
  | 'deputy-is-guest'
  | 'period-not-valid'
  | 'row-not-readable'
  | 'row-separated-otherwise'
  | 'row-quote-not-closed'
  | 'row-duration-not-valid'
  | 'row-repeated'
  | 'row-group-ambiguous'
  | 'list-empty'
  | 'list-too-long'
  | 'list-not-readable'
  | 'catalog-name-missing'
  | 'catalog-name-too-long'
  | 'catalog-name-not-showable'
  | 'catalog-description-too-long';
