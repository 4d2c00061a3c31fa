import type { IHookFunctions } from 'n8n-workflow';

import { scopesOf } from '../../../core/operation/request';
import { Failure } from '../../../core/failure';
import { EDITOR_TIMEOUT_MS } from '../../../core/editor/inEditor';
import {
	addressesOf,
	registrationState,
	storeRegistrationState,
	urlOf,
} from '../../../core/webhook/registration';
import { asActivationError } from '../../../core/operation/nodeError';
import { addressOf, checkReachable } from '../../../core/webhook/address';
import { openAccess } from '../../api/access';
import { WiseAgentClient } from '../../api/client';
import type { Webhook } from '../../api/records/webhooks';
import {
	activateWebhook,
	dropWebhook,
	isFor,
	listWebhooks,
	registerWebhook,
} from '../../api/records/webhooks';
import { registeredFor } from './events';
import { settingsOf } from './settings';

/**
 * Whether every chosen event is registered at the URL of this node and active, and nothing else is. Only webhooks that
 * lead to this very node are looked at: their address is its own, and all others belong to somebody else.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	return await asActivationError(context, async () => {
		const state = registrationState(context);
		const url = urlOf(context, state);
		if (state.registered?.url !== url) return false;
		const events = chosenEvents(context);
		const own = await listOwn(await open(context), addressesOf(context, state));
		const isThere = (event: string) => own.some((webhook) => webhook.isActive && isFor(webhook, event, url));
		return own.length === events.length && events.every(isThere);
	});
}

/**
 * Registers what is missing, one webhook for each event, and removes what this node has registered before and does not
 * need any more. When that fails half-way, what was registered just now is removed again; what remains even so is found
 * by its address the next time.
 */
export async function register(context: IHookFunctions): Promise<void> {
	await asActivationError(context, async () => {
		const state = registrationState(context);
		const url = urlOf(context, state);
		const events = chosenEvents(context);
		const api = await open(context);
		checkReachable(url, 'Wise Agent', api.access.baseUrl);
		await api.alone(`webhooks/${addressOf(url)}`, async () => {
			const addresses = addressesOf(context, state);
			const before = await listOwn(api, addresses);
			await replace(api, before, { events, url, addresses }).catch(async (error: unknown) => {
				await removeNew(api, before, addresses);
				throw error;
			});
		});
		storeRegistrationState(context, { ...state, registered: { url } });
	});
}

/** Removes the webhooks that lead to this node, whatever they were registered for, and no others. */
export async function unregister(context: IHookFunctions): Promise<void> {
	await asActivationError(context, async () => {
		const api = await open(context);
		const addresses = addressesOf(context, registrationState(context));
		await api.alone(`webhooks/${addresses[0]}`, async () => {
			await deleteAll(api, await listOwn(api, addresses));
		});
	});
}

interface Target {
	/** Types that Wise Agent takes registrations for. */
	events: string[];
	url: string;
	/** Where all webhooks of this node lead to. */
	addresses: string[];
}

/** Registers what is missing before it removes what is not needed, so that no event falls in between. */
async function replace(
	api: WiseAgentClient,
	before: Webhook[],
	{ events, url, addresses }: Target,
): Promise<void> {
	await registerMissing(api, before, events, url);
	const after = await listOwn(api, addresses);
	const needed = events.map((event) => neededOf(after, event, url));
	await deleteAll(
		api,
		after.filter((webhook) => !needed.includes(webhook)),
	);
}

async function registerMissing(
	api: WiseAgentClient,
	own: Webhook[],
	events: string[],
	url: string,
): Promise<void> {
	for (const event of events) {
		const there = own.filter((webhook) => isFor(webhook, event, url));
		const [first] = there;
		if (!first) await registerWebhook(api, event, url);
		else if (!there.some(({ isActive }) => isActive)) await activateWebhook(api, first);
	}
}

/** The webhook that serves an event. Throws a `Failure` when Wise Agent shows none that is active. */
function neededOf(own: Webhook[], event: string, url: string): Webhook {
	const needed = own.find((webhook) => webhook.isActive && isFor(webhook, event, url));
	if (needed) return needed;
	throw new Failure(
		`Wise Agent has accepted the webhook for ${event}, but does not list it as active`,
		'Activate the workflow again. If it stays like this, ask Wise Agent whether the app may register webhooks.',
	);
}

/** What fails here is left for the next attempt: the error that led here is the one to be told. */
async function removeNew(api: WiseAgentClient, before: Webhook[], addresses: string[]): Promise<void> {
	const known = before.map(({ id }) => id);
	await listOwn(api, addresses)
		.then(async (own) => {
			await deleteAll(
				api,
				own.filter(({ id }) => !known.includes(id)),
			);
		})
		.catch(() => undefined);
}

async function deleteAll(api: WiseAgentClient, webhooks: Webhook[]): Promise<void> {
	for (const { id } of webhooks) await dropWebhook(api, id);
}

async function listOwn(api: WiseAgentClient, addresses: string[]): Promise<Webhook[]> {
	const webhooks = await listWebhooks(api);
	return webhooks.filter(({ url }) => addresses.includes(addressOf(url) ?? ''));
}

function chosenEvents(context: IHookFunctions): string[] {
	const events = registeredFor(settingsOf(context).events);
	if (events.length > 0) return events;
	throw new Failure('No event is chosen', 'Choose at least one under "Events".', { field: 'events' });
}

async function open(context: IHookFunctions): Promise<WiseAgentClient> {
	const access = await openAccess(context);
	const scopes = scopesOf({ requests: [listWebhooks] });
	return new WiseAgentClient(access, { scopes, timeoutMs: EDITOR_TIMEOUT_MS });
}
