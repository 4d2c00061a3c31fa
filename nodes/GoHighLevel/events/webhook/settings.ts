import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { publicKeyIn } from '../../../core/webhook/publicKeys';
import { settingReader } from '../../../core/operation/params';
import { isEmpty, listOf } from '../../../core/values/texts';
import { properties } from './properties';
import type { SignatureKeys } from './signatures';
import { HIGHLEVEL_LEGACY_PUBLIC_KEY, HIGHLEVEL_PUBLIC_KEY } from './signatures';

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
	const value = settingReader(context, properties);
	const options = value('options', {}) as IDataObject;
	return {
		events: new Set([
			// An expression may name an event that is not in the list yet.
			...listOf(context.getNodeParameter('events', []), 'Events'),
			...listOf(options.otherEvents, 'Other Events'),
		]),
		completeRecord: value('completeRecord', false) as boolean,
		filters: filtersOf(context),
		maxAgeMs: isEmpty(options.maxAgeMinutes) ? undefined : Number(options.maxAgeMinutes) * 60_000,
		keys: keysOf(options),
	};
}

export function filtersOf(context: TriggerContext): Filters {
	const value = settingReader(context, properties);
	const { locationIds, tags, assignedTo } = value('filters', {}) as IDataObject;
	return {
		locationIds: listOf(locationIds, 'Location IDs'),
		tags: listOf(tags, 'Tags').map((tag) => tag.toLowerCase()),
		assignedTo: listOf(assignedTo, 'Assigned Users'),
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

function textOr(value: unknown, fallback: string): string {
	return isEmpty(value) ? fallback : String(value);
}
