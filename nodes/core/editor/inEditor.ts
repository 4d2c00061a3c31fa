import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { asFailure } from '../failure';

/** A list in the editor must not keep a person waiting as long as a run may. */
export const EDITOR_TIMEOUT_MS = 15_000;

/** Reads for a list of the editor, and says what went wrong in n8n's own kind of error. */
export async function inEditor<T>(context: ILoadOptionsFunctions, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		const { message, remedy } = asFailure(error);
		throw new NodeOperationError(context.getNode(), message, { description: remedy });
	}
}
