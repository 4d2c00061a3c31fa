import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../failure';
import type { Failure } from '../failure';

/**
 * - `ok`: it works, or the token names what it needs
 * - `missing`: the service refuses it, or the token does not name what it needs
 * - `notChecked`: it cannot be known, or was not tried
 * - `failed`: it was tried, and something else is wrong
 */
export type CheckStatus = 'ok' | 'missing' | 'notChecked' | 'failed';

/** What was found out about a credential; the same for every service. */
export interface AccessCheck extends IDataObject {
	/** What was checked; the same text for the same thing in every run. */
	check: string;
	status: CheckStatus;
	/** What was found, in one sentence. */
	detail: string;
	/** What to do about it; `null` where nothing is to be done. */
	remedy: string | null;
}

export function checked(
	check: string,
	status: CheckStatus,
	detail: string,
	remedy: string | null = null,
): AccessCheck {
	return { check, status, detail, remedy };
}

/** A check for which something is read. */
export interface ReadCheck {
	check: string;
	/** What is said when it could be read. */
	detail: string;
	read: () => Promise<unknown>;
}

/**
 * Reads, and says what came of it.
 *
 * @param isRefusal whether a failure means that the credential may not read this
 */
export async function checkRead(
	{ check, detail, read }: ReadCheck,
	isRefusal: (failure: Failure) => boolean,
): Promise<AccessCheck> {
	try {
		await read();
		return checked(check, 'ok', detail);
	} catch (error) {
		const failure = asFailure(error);
		const { message, remedy = null } = failure;
		return checked(check, isRefusal(failure) ? 'missing' : 'failed', message, remedy);
	}
}

/** What may be written, as far as the token tells: to try it would change something. */
export interface WriteCheck {
	check: string;
	/** The scopes that allow it; one of them is enough. */
	scopes: readonly string[];
	/** What to do when the token has none of them. */
	remedy: string;
}

/** @param granted the scopes that the token names; `undefined` where it names none */
export function checkWrite(
	{ check, scopes, remedy }: WriteCheck,
	granted: string[] | undefined,
): AccessCheck {
	const named = scopes.join(' or ');
	if (!granted) {
		return checked(
			check,
			'notChecked',
			`The token does not name its scopes, and nothing was written to try it. It needs ${named}.`,
		);
	}
	const [own] = scopes.filter((scope) => granted.includes(scope));
	return own === undefined
		? checked(check, 'missing', `The token does not have the scope ${named}`, remedy)
		: checked(check, 'ok', `The token has the scope ${own}. Nothing was written to try it.`);
}
