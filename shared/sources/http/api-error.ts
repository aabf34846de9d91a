/** An API has refused a call, and would refuse it again. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  /** The API's own code of what is wrong, where it told one. */
  readonly code: string | undefined;
  readonly description: string;

  constructor(what: string, refusal: Refusal) {
    const { status, code, description, requestId } = refusal;
    const coded = code === undefined ? '' : `, code ${code}`;
    super(
      `Cannot ${what} because the answer was ${status}${coded} (${description}): look it up by its request id ${requestId}`,
    );
    this.status = status;
    this.code = code;
    this.description = description;
  }
}

export type Refusal = {
  readonly status: number;
  readonly code: string | undefined;
  readonly description: string;
  readonly requestId: string;
};
