import type { FaultRule } from '../shared/faults';
import { FAULT_KINDS, Faults } from '../shared/faults';

/**
 * Beside the common ones:
 * - `tokenExpired`: 401 as for an expired token, not carried out.
 * - `refused`: not carried out, answered with status 200 and a failure in the given `shape`.
 * - `controlCharacters`: carried out; the answer's texts have raw control characters in them.
 * - `truncated`: carried out; only half of the answer arrives, with status 200.
 * - `brokenEncoding`: carried out; the answer's letters beyond ASCII come as single bytes that are no UTF-8.
 * Of the common ones, `rateLimited`, `serverError` and `htmlError` answer with a page in HTML, as the web server in
 * front of the API does; `htmlError` also with the status 200 where told.
 */
export const WISE_AGENT_FAULT_KINDS = [
	...FAULT_KINDS,
	'tokenExpired',
	'refused',
	'controlCharacters',
	'truncated',
	'brokenEncoding',
] as const;
export type WiseAgentFaultKind = (typeof WISE_AGENT_FAULT_KINDS)[number];

/** The shapes in which the API tells a failure, by what is characteristic of each. Source: official API page. */
export const FAILURE_SHAPES = ['Error', 'error', 'error_description', 'status', 'success'] as const;
export type FailureShape = (typeof FAILURE_SHAPES)[number];

export interface WiseAgentFaultRule extends FaultRule<WiseAgentFaultKind> {
	/** Only requests of this type. `path`, in contrast, is matched against
	 * `/http/webconnect.asp?requestType=<type>`, `/WiseAuth/token` or `/WiseAuth/revoke`. */
	requestType?: string;
	/** Of `refused`; `error` unless told. */
	shape?: FailureShape;
}

/** The faults that are switched on; a request type is matched like a path. */
export class WiseAgentFaults extends Faults<WiseAgentFaultRule> {
	override add(rule: WiseAgentFaultRule): void {
		const { requestType } = rule;
		super.add(requestType === undefined ? rule : { ...rule, path: `\\?requestType=${requestType}$` });
	}
}

export function failureBody(shape: FailureShape, message: string): object {
	switch (shape) {
		case 'Error':
			return { Error: message };
		case 'error':
			return { error: message };
		case 'error_description':
			return { error: 'server_error', error_description: message };
		case 'status':
			return { status: 'error', data: { message } };
		case 'success':
			return { success: false, message };
	}
}
