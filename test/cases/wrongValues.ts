import type { WrongValue } from './case';

export function wrongLimit(limit: number): WrongValue {
	return {
		parameters: { returnAll: false, limit },
		message: '"Limit" must be a whole number of 1 or more',
		field: 'limit',
	};
}

/** @param timeout in milliseconds */
export function wrongTimeout(timeout: number): WrongValue {
	return {
		parameters: { options: { timeout } },
		message: '"Timeout" must be a number of milliseconds, 1 or more',
		field: 'timeout',
	};
}

export const nothingToUpdate: WrongValue = {
	parameters: { updateFields: {} },
	message: 'There is nothing to update',
	field: 'updateFields',
};

/** What the operator reads of "soon" in a field for a date. */
export function notADate(label: string): string {
	return `"${label}" is not a date: soon`;
}
