import type { IDataObject } from 'n8n-workflow';

import type { AccessCheck } from '../../../core/editor/accessChecks';
import { checked, checkRead, checkWrite } from '../../../core/editor/accessChecks';
import type { Failure } from '../../../core/failure';
import type { Request } from '../../../core/operation/request';
import { scopesOf } from '../../../core/operation/request';
import { textOrNull } from '../../../core/values/texts';
import type { WiseAgentClient } from '../client';
import { createContact } from '../contacts/contactCreate';
import { readContactPage } from '../contacts/contacts';
import { ARIZONA, minuteIn } from '../dates';
import { AccessRefused, TokenRefused } from '../errors';
import { createEvent, listEvents } from '../records/calendar';
import { addToProgram, listPrograms, listTeam, readUser } from '../records/lists';
import { createProperty, readPropertyPage } from '../records/properties';
import { createTask } from '../records/tasks';
import type { Webhook } from '../records/webhooks';
import { createWebhook, listWebhooks } from '../records/webhooks';
import { webhookChecks } from './webhookChecks';

/** One small read of each scope, but for that of the person who is connected. */
const READS: Array<[request: Request, read: (api: WiseAgentClient) => Promise<unknown>]> = [
	[listEvents, async (api) => await listEvents(api, { startDate: now(), endDate: now() })],
	[readContactPage, async (api) => await readContactPage(api, {}, { page: 1, page_size: 1 })],
	[listPrograms, async (api) => await listPrograms(api)],
	[readPropertyPage, async (api) => await readPropertyPage(api, false, { page: 1, page_size: 1 })],
	[listTeam, async (api) => await listTeam(api)],
];

/** A write that needs each scope; none of them is made. */
const WRITES: Request[] = [
	createEvent,
	createContact,
	addToProgram,
	createWebhook,
	createProperty,
	createTask,
];

/** What is requested for the checks. */
export const CHECK_REQUESTS: Request[] = [readUser, ...READS.map(([request]) => request), listWebhooks];

/**
 * What the credential may do, one check after the other. Throws a `Failure` when Wise Agent cannot be reached, or does not
 * answer like Wise Agent.
 *
 * @param n8nUrl where n8n receives webhooks, with a slash at the end; `undefined` where that is not known
 */
export async function checkAccess(api: WiseAgentClient, n8nUrl: string | undefined): Promise<AccessCheck[]> {
	const asked = await askForUser(api);
	const isAccepted = !(asked instanceof TokenRefused);
	const reads = isAccepted
		? await Promise.all(READS.map(async ([request, read]) => await readCheck(api, request, read)))
		: READS.map(([request]) => untried(readOf(request)));
	return [
		connectionCheck(asked),
		...reads,
		userCheck(asked),
		...WRITES.map((request) => writeCheck(api, request)),
		...(isAccepted ? await checkWebhooks(api, n8nUrl) : [untried('Webhooks')]),
		tokenCheck(api.access.tokenExpiresAt),
	];
}

function untried(check: string): AccessCheck {
	return checked(check, 'notChecked', 'It was not tried, because Wise Agent does not accept the token');
}

/** What Wise Agent says when it is asked who is connected, which needs least. */
type Asked = IDataObject | AccessRefused | TokenRefused;

/** What is not about access, such as another host, is no finding about the credential: it is thrown. */
async function askForUser(api: WiseAgentClient): Promise<Asked> {
	return await readUser(api.needing([scopeOf(readUser)])).catch((error: unknown) => {
		if (error instanceof AccessRefused || error instanceof TokenRefused) return error;
		throw error;
	});
}

function connectionCheck(asked: Asked): AccessCheck {
	const check = 'Connection';
	if (asked instanceof TokenRefused) return checked(check, 'failed', asked.message, asked.remedy);
	if (asked instanceof AccessRefused) {
		return checked(check, 'ok', 'Wise Agent accepts the token. It does not tell who is connected.');
	}
	const email = textOrNull(asked.Email);
	const user = email === null ? '' : ` It is connected as ${email}.`;
	return checked(check, 'ok', `Wise Agent accepts the token.${user}`);
}

function userCheck(asked: Asked): AccessCheck {
	const check = readOf(readUser);
	if (asked instanceof TokenRefused) return untried(check);
	if (asked instanceof AccessRefused) return checked(check, 'missing', asked.message, asked.remedy);
	return checked(check, 'ok', readable(readUser));
}

async function readCheck(
	api: WiseAgentClient,
	request: Request,
	read: (api: WiseAgentClient) => Promise<unknown>,
): Promise<AccessCheck> {
	return await checkRead(
		{
			check: readOf(request),
			detail: readable(request),
			read: async () => await read(api.needing([scopeOf(request)])),
		},
		isRefusal,
	);
}

function readOf(request: Request): string {
	return `Read ${scopeOf(request)}`;
}

function readable(request: Request): string {
	return `What needs the scope ${scopeOf(request)} can be read`;
}

function isRefusal(failure: Failure): boolean {
	return failure instanceof AccessRefused;
}

function writeCheck({ access }: WiseAgentClient, { scopes }: Request): AccessCheck {
	const [scope = ''] = scopes;
	const remedy = `Choose the scope ${scope} under Scopes in the credential, connect again, and leave it switched on when Wise Agent asks.`;
	return checkWrite({ check: `Write ${scope}`, scopes, remedy }, access.grantedScopes);
}

async function checkWebhooks(api: WiseAgentClient, n8nUrl: string | undefined): Promise<AccessCheck[]> {
	let webhooks: Webhook[] = [];
	const read = async () => (webhooks = await listWebhooks(api.needing([scopeOf(listWebhooks)])));
	const listed = await checkRead({ check: 'Webhooks', detail: '', read }, isRefusal);
	return listed.status === 'ok' ? webhookChecks(webhooks, n8nUrl) : [listed];
}

function tokenCheck(expiresAt: string | undefined): AccessCheck {
	const until = expiresAt ? ` It is valid until ${expiresAt}, when n8n gets a new one.` : '';
	return checked('Token age', 'notChecked', `Wise Agent does not tell when the token was made.${until}`);
}

/** By which a kind of reads or writes is called: the first one that its request needs. */
function scopeOf(request: Request): string {
	return scopesOf({ requests: [request] })[0] ?? '';
}

function now(): string {
	return minuteIn(ARIZONA, new Date(), 'Start', ARIZONA);
}
