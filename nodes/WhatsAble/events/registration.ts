import { randomBytes } from 'crypto';

import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { Failure } from '../../core/failure';
import { EDITOR_TIMEOUT_MS } from '../../core/inEditor';
import { activationErrorOf } from '../../core/nodeError';
import { openAccess } from '../api/access';
import { WhatsAbleClient } from '../api/client';
import { isPublic } from '../api/media';
import { registerWebhook } from '../api/registering';
import { settingsOf } from './settings';

/** Under this name the URL carries its token. */
export const TOKEN_PARAM = 'token';

/** What the node keeps in its static data: WhatsAble tells a key of no registrations. */
interface Kept extends IDataObject {
	/**
	 * Makes the URL one that nobody can guess. n8n's path alone would not do: it is a random id where the editor has made
	 * one, but an imported workflow brings it along, and without one it is the workflow's id and the node's name.
	 */
	token?: string;
	registered?: {
		url: string;
		kind: string;
		/** Names the key; no secret. */
		account: string;
	};
}

/**
 * Whether the URL is registered, as far as this node knows. In a test run nothing is to be registered. When a person
 * activates the workflow, it is registered again: another one may have taken its place in the meantime.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	if (isTestRun(context)) return true;
	const { registration, kind } = settingsOf(context);
	if (registration === 'manual') return true;
	const { registered } = keptOf(context);
	if (!registered || ['activate', 'create'].includes(context.getActivationMode())) return false;
	return (
		registered.url === urlOf(context) && registered.kind === kind && (await isOfAccount(context, registered))
	);
}

/** A credential that cannot be opened is explained when the URL is registered. */
async function isOfAccount(
	context: IHookFunctions,
	{ account }: NonNullable<Kept['registered']>,
): Promise<boolean> {
	const access = await openAccess(context).catch(() => undefined);
	return access?.budgetKey === account;
}

/** Registers the URL of this node. Throws n8n's own kind of error when that is not possible. */
export async function register(context: IHookFunctions): Promise<boolean> {
	try {
		const kept = keptOf(context);
		kept.token ??= randomBytes(24).toString('base64url');
		const url = checkedUrl(urlOf(context));
		const { kind } = settingsOf(context);
		const access = await openAccess(context);
		await registerWebhook(new WhatsAbleClient(access, { timeoutMs: EDITOR_TIMEOUT_MS }), url, kind);
		kept.registered = { url, kind, account: access.budgetKey };
		return true;
	} catch (error) {
		throw activationErrorOf(context.getNode(), error, context.getActivationMode());
	}
}

/** The token of the URL that was registered; `undefined` before there is one. */
export function tokenOf(staticData: IDataObject): string | undefined {
	return (staticData as Kept).token;
}

function keptOf(context: IHookFunctions): Kept {
	return context.getWorkflowStaticData('node') as Kept;
}

function urlOf(context: IHookFunctions): string {
	const url = new URL(context.getNodeWebhookUrl('default') ?? '');
	url.searchParams.set(TOKEN_PARAM, keptOf(context).token ?? '');
	return url.href;
}

function isTestRun(context: IHookFunctions): boolean {
	return context.getMode() === 'manual' || context.getActivationMode() === 'manual';
}

/** WhatsAble delivers to HTTPS only; on one machine, as with the sandbox, nobody is in between. */
function checkedUrl(url: string): string {
	const { hostname, protocol, origin } = new URL(url);
	if (isPublic(url) || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return url;
	throw new Failure(
		protocol === 'https:'
			? `WhatsAble cannot reach this n8n: its webhooks are at ${origin}`
			: `The webhook URL must begin with https://, and this n8n's is at ${origin}`,
		'Give n8n a public HTTPS address (N8N_WEBHOOK_URL, in older versions WEBHOOK_URL), and activate the workflow again.',
	);
}
