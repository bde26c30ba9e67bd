/** A refusal in the shape Teams gives it: an HTTP status and `{ error: { code, message } }`. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    detail: { readonly message: string; readonly headers?: Readonly<Record<string, string>> },
  ) {
    super(detail.message);
    this.status = status;
    this.code = code;
    this.headers = detail.headers ?? {};
  }

  get body(): unknown {
    return { error: { code: this.code, message: this.message } };
  }
}

export function conversationNotFound(): Refusal {
  return new Refusal(404, 'ConversationNotFound', { message: 'Conversation not found.' });
}

export function activityNotFound(): Refusal {
  return new Refusal(404, 'ActivityNotFoundInConversation', {
    message: 'The activity was not found in the conversation.',
  });
}

export function badArgument(message: string): Refusal {
  return new Refusal(400, 'BadArgument', { message });
}
