import type { IHookFunctions, INode, JsonObject, WorkflowActivateMode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { asFailure, Failure, failureText } from '../failure';

/** Where an error belongs, beyond the node. */
export interface ErrorPlace {
	/** The item that failed. */
	itemIndex?: number;
	/** How many items there are; the only one needs no number. */
	itemCount?: number;
	/** How far the others have come. */
	progress?: string;
}

/** One of n8n's own errors, with what an operator has to know, and the details for whoever looks deeper. */
export function nodeErrorOf(
	node: INode,
	error: unknown,
	{ itemIndex, itemCount = 1, progress }: ErrorPlace = {},
): Error {
	const { message, remedy, details } = asFailure(error);
	const trace = details.traceId ? `Trace id, for the service's support: ${details.traceId}.` : undefined;
	const description = [remedy, trace, progress].filter(Boolean).join(' ');
	const text = itemIndex === undefined || itemCount < 2 ? message : `${message} [item ${itemIndex}]`;
	const nodeError =
		details.httpCode === undefined
			? new NodeOperationError(node, text, { itemIndex, description })
			: new NodeApiError(node, { message: text } as JsonObject, {
					itemIndex,
					message: text,
					description,
					httpCode: String(details.httpCode),
				});
	Object.assign(nodeError.context, { details });
	return nodeError;
}

/**
 * The same for what a trigger cannot do while its workflow is being activated. Of that n8n shows the message alone, so
 * the remedy stands in it too.
 *
 * @param activation of n8n's contexts for triggers; in a test run the editor shows message and description
 */
export function activationErrorOf(node: INode, error: unknown, activation: WorkflowActivateMode): Error {
	if (!ACTIVATIONS.includes(activation)) return nodeErrorOf(node, error);
	const failure = asFailure(error);
	return nodeErrorOf(node, new Failure(failureText(failure), failure.remedy, failure.details));
}

const ACTIVATIONS: WorkflowActivateMode[] = ['create', 'update', 'activate'];

/** Does what belongs to an activation; throws what the operator reads then. */
export async function asActivationError<T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw activationErrorOf(context.getNode(), error, context.getActivationMode());
	}
}
