import type { StartOptions } from '../shared/running/hub';
import { changedSettings } from '../shared/running/settings';
import type { WebhookSettings } from './webhooks/settings';
import { INITIAL_WEBHOOKS } from './webhooks/settings';

export interface WiseAgentSandboxOptions extends StartOptions, SettingsPatch {
	/** An account without contacts and what belongs to them; false by default. */
	empty?: boolean;
}

/** What can be changed at run time. Where the documentation is silent or contradicts itself, a setting says which
 * reading holds. */
export interface SandboxSettings {
	/** ms that every call takes at least. */
	latencyMs: number;
	/** s that an access token is good for. Not documented. */
	accessTokenLifetimeS: number;
	/** Whether a refresh ends the refresh token that it was made with. Inferred from reports of integrators. */
	rotateRefreshTokens: boolean;
	/** ms after its first use in which a refresh token that has been replaced still works. */
	refreshGraceMs: number;
	/** Whether a refresh must name the app; the documented one does not. */
	refreshNeedsClient: boolean;
	/** Status of "permission denied", which answers a missing credential. Reported without its status. */
	permissionDeniedStatus: 200 | 401 | 403;
	/** Status of the answer to a token that lacks a scope. Not documented. */
	missingScopeStatus: 200 | 401 | 403;
	/** Whether line breaks, tabs and other control characters stand in the answers as they are, which is no JSON. */
	rawControlCharacters: boolean;
	/** Type that answers in JSON are labelled with. Not documented; it is what old ASP pages send unless told. */
	contentType: 'application/json' | 'text/html';
	/** Whether a verb other than the documented one is refused. */
	strictVerbs: boolean;
	/** What a read of a contact gets that was merged into another one. Not documented. */
	mergedContact: 'notFound' | 'survivor';
	/** By what the contacts of a list are sorted: their ID, or their last change, the oldest first. Not documented. */
	contactOrder: 'id' | 'updated';
	/** Verb of editClientCustomData, which stands among the PUT calls and prints DELETE. */
	editCustomDataVerb: 'both' | 'PUT' | 'DELETE';
	/** What deletes a task or a call: the documentation prints `webhooks` for `tasks` and `calls`. */
	deleteRequestType: 'both' | 'own' | 'webhooks';
	/** Names under which webcontact takes the phone at home: the page prints `HomePhome`. */
	homePhoneName: 'both' | 'HomePhone' | 'HomePhome';
	/** Whether an empty value in updateContact clears the field or is passed over. */
	emptyClearsField: boolean;
	/** Scope of addPlannerEvent: the list of scopes has `calendar`, its own section `planner`. */
	plannerScope: 'both' | 'calendar' | 'planner';
	/** Zone of the times in answers that have none. */
	timeZone: 'America/Phoenix' | 'UTC';
	webhooks: WebhookSettings;
}

/** Changes to the settings; what is left out stays as it is, also of the webhooks. */
export type SettingsPatch = Partial<Omit<SandboxSettings, 'webhooks'>> & {
	webhooks?: Partial<WebhookSettings>;
};

const INITIAL_SETTINGS: SandboxSettings = {
	latencyMs: 0,
	accessTokenLifetimeS: 3600,
	rotateRefreshTokens: true,
	refreshGraceMs: 0,
	refreshNeedsClient: false,
	permissionDeniedStatus: 200,
	missingScopeStatus: 403,
	rawControlCharacters: true,
	contentType: 'application/json',
	strictVerbs: true,
	mergedContact: 'notFound',
	contactOrder: 'id',
	editCustomDataVerb: 'both',
	deleteRequestType: 'both',
	homePhoneName: 'both',
	emptyClearsField: false,
	plannerScope: 'both',
	timeZone: 'America/Phoenix',
	webhooks: INITIAL_WEBHOOKS,
};

export function initialSettings(options: WiseAgentSandboxOptions): SandboxSettings {
	return changedSettings(INITIAL_SETTINGS, options);
}
