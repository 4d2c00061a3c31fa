import type { IHookFunctions } from 'n8n-workflow';

import { EDITOR_TIMEOUT_MS } from '../../../core/editor/inEditor';
import type { Registered } from '../../../core/webhook/registration';
import { registrationState, storeRegistrationState, urlOf } from '../../../core/webhook/registration';
import { asActivationError } from '../../../core/operation/nodeError';
import { checkReachable } from '../../../core/webhook/address';
import { openAccess } from '../../api/access';
import { WhatsAbleClient } from '../../api/client';
import { registerWebhook } from '../../api/records/webhooks';
import { settingsOf } from './settings';

/** What the node keeps of its registration: WhatsAble tells a key of none. */
interface RegisteredHere extends Registered {
	kind: string;
	/** Names the key; no secret. */
	account: string;
}

/**
 * Whether the URL is registered, as far as this node knows. In a test run nothing is to be registered. When a person
 * activates the workflow, it is registered again: another one may have taken its place in the meantime.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	return await asActivationError(context, async () => {
		// Before anything else, so that a setting that cannot be read is told in a test run, too.
		const { registration, kind } = settingsOf(context);
		if (isTestRun(context) || registration === 'manual') return true;
		const state = registrationState<RegisteredHere>(context);
		const { registered } = state;
		if (!registered || ['activate', 'create'].includes(context.getActivationMode())) return false;
		const isSame = registered.url === urlOf(context, state) && registered.kind === kind;
		return isSame && (await isOfAccount(context, registered));
	});
}

/** A credential that cannot be opened is explained when the URL is registered. */
async function isOfAccount(context: IHookFunctions, { account }: RegisteredHere): Promise<boolean> {
	const access = await openAccess(context).catch(() => undefined);
	return access?.account.key === account;
}

/** Registers the URL of this node. Throws n8n's own kind of error when that is not possible. */
export async function register(context: IHookFunctions): Promise<boolean> {
	return await asActivationError(context, async () => {
		const state = registrationState<RegisteredHere>(context);
		const url = urlOf(context, state);
		const { kind } = settingsOf(context);
		const access = await openAccess(context);
		checkReachable(url, 'WhatsAble', access.urlOf('api'));
		await registerWebhook(new WhatsAbleClient(access, { timeoutMs: EDITOR_TIMEOUT_MS }), url, kind);
		storeRegistrationState(context, { ...state, registered: { url, kind, account: access.account.key } });
		return true;
	});
}

function isTestRun(context: IHookFunctions): boolean {
	return context.getMode() === 'manual' || context.getActivationMode() === 'manual';
}
