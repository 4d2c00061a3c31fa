import type { RateLimits } from '../shared/rateLimit';
import type { StartOptions } from '../shared/running/hub';
import { changedSettings } from '../shared/running/settings';
import type { WebhookSettings } from './webhooks/settings';
import { INITIAL_WEBHOOKS } from './webhooks/settings';

/** Settings that are left out are as by default. */
export interface HighLevelSandboxOptions extends StartOptions, SettingsPatch {
	/** Whether the seed state has the demo's opportunities and conversations, and contacts for them; false by default. A state file wins. */
	opportunities?: boolean;
}

/** What can be changed at run time. */
export interface SandboxSettings {
	rateLimit: RateLimits;
	/** ms until a write becomes visible to POST /contacts/search, GET /contacts/, GET /contacts/business/… and
	 * GET /contacts/search/duplicate. */
	searchDelayMs: number;
	/** ms that every API call takes at least. */
	latencyMs: number;
	/** Setting of the demo location. */
	allowDuplicateContact: boolean;
	/** s that an OAuth access token is good for. */
	accessTokenLifetimeS: number;
	/** ms after its first use in which a refresh token still works; 0 is strictly once. */
	refreshGraceMs: number;
	/** Webhooks of the demo app; none are sent without a `url`. */
	webhooks: WebhookSettings;
}

/** Changes to the settings; what is left out stays as it is, also among limits and webhooks. */
export type SettingsPatch = Partial<Omit<SandboxSettings, 'rateLimit' | 'webhooks'>> & {
	rateLimit?: Partial<RateLimits>;
	webhooks?: Partial<WebhookSettings>;
};

const INITIAL_SETTINGS: SandboxSettings = {
	// Source: official page on rate limits.
	rateLimit: { max: 100, intervalMs: 10_000, daily: 200_000, window: 'fixed' },
	searchDelayMs: 0,
	latencyMs: 0,
	allowDuplicateContact: false,
	// Source: official v2 specification, oauth, `expires_in`.
	accessTokenLifetimeS: 86_399,
	refreshGraceMs: 0,
	webhooks: INITIAL_WEBHOOKS,
};

export function initialSettings(options: HighLevelSandboxOptions): SandboxSettings {
	return changedSettings(INITIAL_SETTINGS, options);
}
