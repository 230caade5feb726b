/** What the provider says about a refusal, as it travels in the answer's `error`. */
export interface Refusal {
  type: 'invalid_request_error' | 'idempotency_error' | 'api_error'
  message: string
  code?: string
  param?: string
}

/** A request that is refused, with its HTTP status. */
export class ApiError extends Error {
  readonly status: number
  readonly refusal: Refusal

  constructor(status: number, refusal: Refusal) {
    super(refusal.message)
    this.status = status
    this.refusal = refusal
  }
}

/** A request whose parameters are wrong: it was never begun, so its idempotency key stays free. */
export class ParameterError extends ApiError {
  constructor(param: string, message: string, code?: string) {
    super(400, { type: 'invalid_request_error', message, param, ...(code && { code }) })
  }
}

/** A request that does not fit the state in which the payment is. */
export function refused(message: string, code?: string): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...(code && { code }) })
}

export function missing(kind: string, id: string, param: string): ApiError {
  const message = `No such ${kind}: '${id}'`
  return new ApiError(404, { type: 'invalid_request_error', code: 'resource_missing', message, param })
}
