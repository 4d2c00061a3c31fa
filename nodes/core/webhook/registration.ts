import { randomBytes } from 'crypto';

import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { Failure } from '../failure';
import { ownValue } from '../values/ownValue';
import { isSameSecret } from './secrets';
import { addressOf } from './address';

/** Under this name a webhook URL carries its token. */
const TOKEN_PARAM = 'token';

/** What was registered, and what a service does not tell of it itself. */
export interface Registered extends IDataObject {
	url: string;
}

/** What is kept of a registration. */
export interface RegistrationState<T extends Registered = Registered> {
	/** Whose it is: a workflow that was copied to another n8n brings along what the first one kept. */
	owner: string;
	/**
	 * Makes the URL one that nobody can guess, for services that do not sign what they deliver. n8n's path alone would not
	 * do: it is a random id where the editor has made one, but an imported workflow brings it along, and without one it is
	 * the workflow's id and the node's name.
	 */
	token: string;
	/** The last one; absent until that has succeeded. */
	registered?: T;
}

/** By the path of the URL, since a test URL may be registered beside that of the active workflow. */
type Kept<T extends Registered> = Record<string, RegistrationState<T> | undefined>;

type TriggerContext = IHookFunctions | IWebhookFunctions;

/** What is kept for this node's URL, new where there is nothing. */
export function registrationState<T extends Registered = Registered>(
	context: IHookFunctions,
): RegistrationState<T> {
	const own = ownValue(keptOf<T>(context), pathOf(context));
	if (own?.owner === ownerOf(context)) return own;
	// 192 random bits.
	const begun = { owner: ownerOf(context), token: randomBytes(24).toString('base64url') };
	storeRegistrationState<T>(context, begun);
	return begun;
}

/** Replaces the whole: n8n notices no change inside of what it keeps. */
export function storeRegistrationState<T extends Registered>(
	context: IHookFunctions,
	webhook: RegistrationState<T>,
): void {
	const staticData = context.getWorkflowStaticData('node');
	staticData.registrations = { ...keptOf<T>(context), [pathOf(context)]: { ...webhook } };
}

/** The URL that the service is to deliver to. */
export function urlOf(context: IHookFunctions, { token }: RegistrationState): string {
	const url = new URL(nodeUrl(context));
	url.searchParams.set(TOKEN_PARAM, token);
	return url.href;
}

/** A URL to be shown: with its token, anybody could deliver to it. */
export function withoutToken(url: string): string {
	if (!URL.canParse(url)) return url;
	const shown = new URL(url);
	if (!shown.searchParams.has(TOKEN_PARAM)) return url;
	shown.searchParams.set(TOKEN_PARAM, 'hidden');
	return shown.href;
}

/** Where webhooks of this node lead to, now and when they were registered last. */
export function addressesOf(context: IHookFunctions, { registered }: RegistrationState): string[] {
	return [nodeUrl(context), registered?.url ?? ''].flatMap((one) => addressOf(one) ?? []);
}

/** Why a delivery does not carry a token of this node's URLs; `undefined` when it does. */
export function tokenProblem(context: IWebhookFunctions): string | undefined {
	const given = ownValue(context.getQueryData() as Record<string, unknown>, TOKEN_PARAM);
	if (given === undefined || given === '') return 'the token is missing in its URL';
	const tokens = tokensOf(context);
	if (tokens.length === 0) return 'this node has registered no URL in this n8n; activate the workflow again';
	const isRight = typeof given === 'string' && tokens.some((token) => isSameSecret(given, token));
	return isRight ? undefined : 'the token in its URL is wrong, such as that of another registration';
}

/** The tokens of this node's URLs: that of the active workflow, and that of a test run. */
function tokensOf(context: IWebhookFunctions): string[] {
	const own = Object.values(keptOf(context)).filter((one) => one?.owner === ownerOf(context));
	return own.flatMap((one) => (one ? [one.token] : []));
}

function nodeUrl(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default') ?? '';
	if (URL.canParse(url)) return url;
	throw new Failure(
		`n8n's own webhook URL is no web address: ${url.slice(0, 200)}`,
		'Correct N8N_WEBHOOK_URL (in older versions WEBHOOK_URL) in the settings of n8n.',
	);
}

function ownerOf(context: TriggerContext): string {
	return [context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join('/');
}

function pathOf(context: IHookFunctions): string {
	return new URL(nodeUrl(context)).pathname;
}

function keptOf<T extends Registered = Registered>(context: TriggerContext): Kept<T> {
	return (context.getWorkflowStaticData('node') as { registrations?: Kept<T> }).registrations ?? {};
}
