import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { addressOf, newToken, withToken } from '../../../core/webhookAddress';

/** What is kept of a registration. */
export interface KeptRegistration {
	/** Whose it is: a workflow that was copied to another n8n brings along what the first one kept. */
	owner: string;
	token: string;
	/** Where it was registered last; absent until that has succeeded. */
	url?: string;
}

/** By the path of the URL, since the test URL is registered beside that of the active workflow. */
type Kept = Record<string, KeptRegistration | undefined>;

type TriggerContext = IHookFunctions | IWebhookFunctions;

/** The registration of this node's URL, new where there is none. */
export function keptRegistration(context: IHookFunctions): KeptRegistration {
	const own = keptOf(context)[pathOf(context)];
	if (own?.owner === ownerOf(context)) return own;
	const begun = { owner: ownerOf(context), token: newToken() };
	keep(context, begun);
	return begun;
}

/** Replaces the whole: n8n notices no change inside of what it keeps. */
export function keep(context: IHookFunctions, registration: KeptRegistration): void {
	const staticData = context.getWorkflowStaticData('node');
	staticData.registrations = { ...keptOf(context), [pathOf(context)]: { ...registration } };
}

/** The tokens of this node's URLs: that of the active workflow, and that of a test run. */
export function tokensOf(context: IWebhookFunctions): string[] {
	const own = Object.values(keptOf(context)).filter((one) => one?.owner === ownerOf(context));
	return own.flatMap((one) => (one ? [one.token] : []));
}

/** The URL that Wise Agent is to deliver to. */
export function urlOf(context: IHookFunctions, { token }: KeptRegistration): string {
	return withToken(nodeUrl(context), token);
}

/** Where webhooks of this node lead to, now and when they were registered last. */
export function addressesOf(context: IHookFunctions, { url }: KeptRegistration): string[] {
	return [nodeUrl(context), url ?? ''].flatMap((one) => addressOf(one) ?? []);
}

function nodeUrl(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

function ownerOf(context: TriggerContext): string {
	return [context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join('/');
}

function pathOf(context: IHookFunctions): string {
	return new URL(nodeUrl(context)).pathname;
}

function keptOf(context: TriggerContext): Kept {
	return (context.getWorkflowStaticData('node') as { registrations?: Kept }).registrations ?? {};
}
