import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isEmpty } from '../../../core/params';
import type { SignatureKeys } from './signatures';
import { HIGHLEVEL_LEGACY_PUBLIC_KEY, HIGHLEVEL_PUBLIC_KEY, publicKeyIn } from './signatures';

/** Which deliveries start the workflow; an empty list lets all through. */
export interface Filters {
	locationIds: string[];
	/** Tag names, in lower case. */
	tags: string[];
	/** Ids of users. */
	assignedTo: string[];
}

/** What the operator has set for deliveries to a Marketplace app. */
export interface AppSettings {
	/** Names of events from the list and from "Other Events"; `*` for all. */
	events: Set<string>;
	completeRecord: boolean;
	filters: Filters;
	/** `undefined` for any age. */
	maxAgeMs: number | undefined;
	keys: SignatureKeys;
}

type TriggerContext = IHookFunctions | IWebhookFunctions;

export function sourceOf(context: TriggerContext): 'marketplaceApp' | 'workflow' {
	return context.getNodeParameter('source', 'marketplaceApp') === 'workflow' ? 'workflow' : 'marketplaceApp';
}

export function appSettingsOf(context: TriggerContext): AppSettings {
	const options = collection(context, 'options');
	return {
		events: new Set([...listOf(context.getNodeParameter('events', [])), ...listOf(options.otherEvents)]),
		completeRecord: context.getNodeParameter('completeRecord', false) === true,
		filters: filtersOf(context),
		maxAgeMs: isEmpty(options.maxAgeMinutes) ? undefined : Number(options.maxAgeMinutes) * 60_000,
		keys: keysOf(options),
	};
}

export function filtersOf(context: TriggerContext): Filters {
	const { locationIds, tags, assignedTo } = collection(context, 'filters');
	return {
		locationIds: listOf(locationIds),
		tags: listOf(tags).map((tag) => tag.toLowerCase()),
		assignedTo: listOf(assignedTo),
	};
}

function keysOf({ publicKey, acceptLegacySignature, legacyPublicKey }: IDataObject): SignatureKeys {
	return {
		publicKey: publicKeyIn(textOr(publicKey, HIGHLEVEL_PUBLIC_KEY), 'ed25519'),
		...(acceptLegacySignature === true
			? { legacyPublicKey: publicKeyIn(textOr(legacyPublicKey, HIGHLEVEL_LEGACY_PUBLIC_KEY), 'rsa') }
			: {}),
	};
}

function collection(context: TriggerContext, name: string): IDataObject {
	return (context.getNodeParameter(name, {}) ?? {}) as IDataObject;
}

/** Several values as text with commas, or as the list that an expression gives. */
function listOf(value: unknown): string[] {
	const entries = Array.isArray(value) ? (value as unknown[]) : String(value ?? '').split(',');
	return entries.map((entry) => String(entry ?? '').trim()).filter((entry) => entry !== '');
}

function textOr(value: unknown, fallback: string): string {
	return isEmpty(value) ? fallback : String(value);
}
