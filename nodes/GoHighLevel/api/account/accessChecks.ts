import type { IDataObject } from 'n8n-workflow';

import type { AccessCheck } from '../../../core/editor/accessChecks';
import { checked, checkRead, checkWrite } from '../../../core/editor/accessChecks';
import { Failure } from '../../../core/failure';
import type { Request } from '../../../core/operation/request';
import { scopesOf } from '../../../core/operation/request';
import { plainText } from '../../../core/values/texts';
import type { HighLevelClient } from '../client';
import { ScopeRefused, TokenRefused } from '../errors';
import { getLocation } from '../locations';
import type { ScopeRead } from './reads';
import { NothingToRead, readsFor, writeScopesOf } from './reads';
import { tokenCheck } from './tokenCheck';

/** What is checked, and by which requests. */
export interface AccessChecks {
	requests: Request[];
	/** One check after the other; see `runChecks`. */
	run(api: HighLevelClient): Promise<AccessCheck[]>;
}

/** The checks of all scopes that these requests need. @param offered all that the operations of the node make */
export function accessChecks(offered: readonly Request[]): AccessChecks {
	const [location] = scopesOf({ requests: [getLocation] });
	const reads = readsFor([...offered, getLocation]).filter(({ scope }) => scope !== location);
	const writes = writeScopesOf(offered);
	const made = reads.flatMap(({ request, through }) => [request, through]);
	return {
		requests: [getLocation, ...made.filter((one) => one !== undefined)],
		run: async (api) => await runChecks(api, reads, writes),
	};
}

/**
 * What the credential may do in its location, one check after the other. Throws a `Failure` when HighLevel cannot be
 * reached, or does not answer like HighLevel.
 */
async function runChecks(api: HighLevelClient, reads: ScopeRead[], writes: string[]): Promise<AccessCheck[]> {
	const asked = await askForLocation(api);
	const ofReads: AccessCheck[] = [];
	// One after the other, so that other executions find room under the rate limit.
	for (const one of reads)
		ofReads.push(isOpen(asked) ? await readCheck(api, one) : untried(readOf(one.scope)));
	return [
		connectionCheck(asked),
		...[locationCheck(asked), ...ofReads].sort((a, b) => a.check.localeCompare(b.check, 'en')),
		...writes.map((scope) => writeCheck(api, scope)),
		webhookCheck(api),
		tokenCheck(api),
	];
}

/** What HighLevel says when it is asked for the location. */
type Asked = IDataObject | Failure;

/** What is not about access, such as another host, is no finding about the credential: it is thrown. */
async function askForLocation(api: HighLevelClient): Promise<Asked> {
	return await getLocation(api.needing(getLocation)).catch((error: unknown) => {
		if (error instanceof ScopeRefused || isShut(error)) return error;
		throw error;
	});
}

/** Nothing can be done with a token that is not accepted, or that belongs to another location. */
function isShut(error: unknown): error is Failure {
	return error instanceof TokenRefused || (error instanceof Failure && error.details.httpCode === 403);
}

function isOpen(asked: Asked): boolean {
	return !isShut(asked);
}

function connectionCheck(asked: Asked): AccessCheck {
	const check = 'Connection';
	if (isShut(asked)) return checked(check, 'failed', asked.message, asked.remedy);
	if (asked instanceof Failure) {
		return checked(check, 'ok', 'HighLevel accepts the token. It does not tell which location it is for.');
	}
	const { id, name } = asked;
	const called = plainText(name) === '' ? '' : `, called "${plainText(name)}"`;
	return checked(
		check,
		'ok',
		`HighLevel accepts the token. It is for the location ${plainText(id)}${called}.`,
	);
}

function locationCheck(asked: Asked): AccessCheck {
	const check = readOf(scopeOf(getLocation));
	if (!isOpen(asked)) return untried(check);
	return asked instanceof Failure
		? checked(check, 'missing', asked.message, asked.remedy)
		: checked(check, 'ok', readable(scopeOf(getLocation)));
}

function untried(check: string): AccessCheck {
	return checked(check, 'notChecked', 'It was not tried, because HighLevel does not accept the token');
}

async function readCheck(api: HighLevelClient, { scope, request, read }: ScopeRead): Promise<AccessCheck> {
	const check = readOf(scope);
	let nothing: NothingToRead | undefined;
	const found = await checkRead(
		{
			check,
			detail: readable(scope),
			read: async () =>
				await read(request ? api.needing(request) : api).catch((error: unknown) => {
					if (!(error instanceof NothingToRead)) throw error;
					nothing = error;
				}),
		},
		(failure) => failure instanceof ScopeRefused,
	);
	return nothing ? unreadCheck(api, scope, nothing) : found;
}

/** Where the token names its scopes, it tells as much. */
function unreadCheck({ access }: HighLevelClient, scope: string, { message }: NothingToRead): AccessCheck {
	const check = readOf(scope);
	if (!access.grantedScopes) return checked(check, 'notChecked', `${message}. It needs the scope ${scope}.`);
	return access.grantedScopes.includes(scope)
		? checked(check, 'ok', `The token has the scope ${scope}. Nothing was read to try it.`)
		: checked(check, 'missing', `The token does not have the scope ${scope}`, remedyFor(scope));
}

function writeCheck({ access }: HighLevelClient, scope: string): AccessCheck {
	const check = `Write ${nameOf(scope)}`;
	return checkWrite({ check, scopes: [scope], remedy: remedyFor(scope) }, access.grantedScopes);
}

function remedyFor(scope: string): string {
	return `Add the scope ${scope} to the app in HighLevel and under Access in the credential, and connect again.`;
}

/** HighLevel has no request that shows them. */
function webhookCheck({ access }: HighLevelClient): AccessCheck {
	const isPrivate = access.token.kind === 'privateIntegration';
	return checked(
		'Webhooks',
		'notChecked',
		isPrivate
			? 'A private integration has no webhooks. Where the webhooks of an app or of a HighLevel workflow lead, its token cannot see.'
			: 'HighLevel does not show the webhooks of an app to its token',
		isPrivate
			? null
			: 'Look in the app under Advanced Settings > Webhooks whether the address is that of the GoHighLevel Trigger.',
	);
}

function readOf(scope: string): string {
	return `Read ${nameOf(scope)}`;
}

function readable(scope: string): string {
	return `What needs the scope ${scope} can be read`;
}

/** The first one that its request needs. */
function scopeOf(request: Request): string {
	return scopesOf({ requests: [request] })[0] ?? '';
}

/** `contacts.readonly` -> `contacts` */
function nameOf(scope: string): string {
	return scope.replace(/\.(readonly|write)$/, '');
}
