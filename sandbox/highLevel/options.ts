import type { RateLimits } from '../shared/rateLimit';
import type { WebhookSettings } from './webhooks/settings';
import { INITIAL_WEBHOOKS } from './webhooks/settings';

export interface HighLevelSandboxOptions {
	/** 0, the default, takes any free port. The host is always 127.0.0.1. */
	port?: number;
	/** Keeps the state across restarts, as JSON. */
	stateFile?: string;
	/** Defaults: 100 requests per 10,000 ms, 200,000 per day, fixed window. */
	rateLimit?: Partial<RateLimits>;
	/** ms until a write becomes visible to POST /contacts/search, GET /contacts/, GET /contacts/business/… and
	 * GET /contacts/search/duplicate; 0 by default. */
	searchDelayMs?: number;
	/** ms that every API call takes at least; 0 by default. */
	latencyMs?: number;
	/** Setting of the demo location; false by default. */
	allowDuplicateContact?: boolean;
	/** s that an OAuth access token is good for; 86,399 by default. */
	accessTokenLifetimeS?: number;
	/** ms after its first use in which a refresh token still works; 0, strictly once, by default. */
	refreshGraceMs?: number;
	/** Webhooks of the demo app; none are sent without a `url`. */
	webhooks?: Partial<WebhookSettings>;
	/** Ids and the lottery of the faults follow from it; 1 by default. */
	seed?: number;
	/** Says nothing on the console. */
	quiet?: boolean;
}

/** What can be changed at run time. */
export interface SandboxSettings {
	rateLimit: RateLimits;
	searchDelayMs: number;
	latencyMs: number;
	allowDuplicateContact: boolean;
	accessTokenLifetimeS: number;
	refreshGraceMs: number;
	webhooks: WebhookSettings;
}

/** Changes to the settings; what is left out stays as it is, also among limits and webhooks. */
export type SettingsPatch = Partial<Omit<SandboxSettings, 'rateLimit' | 'webhooks'>> & {
	rateLimit?: Partial<RateLimits>;
	webhooks?: Partial<WebhookSettings>;
};

/** Source: official page on rate limits. */
const DOCUMENTED_LIMITS: RateLimits = { max: 100, intervalMs: 10_000, daily: 200_000, window: 'fixed' };

/** Source: official v2 specification, oauth, `expires_in`. */
const DOCUMENTED_LIFETIME_S = 86_399;

export function initialSettings(options: HighLevelSandboxOptions): SandboxSettings {
	return {
		rateLimit: { ...DOCUMENTED_LIMITS, ...options.rateLimit },
		searchDelayMs: options.searchDelayMs ?? 0,
		latencyMs: options.latencyMs ?? 0,
		allowDuplicateContact: options.allowDuplicateContact ?? false,
		accessTokenLifetimeS: options.accessTokenLifetimeS ?? DOCUMENTED_LIFETIME_S,
		refreshGraceMs: options.refreshGraceMs ?? 0,
		webhooks: { ...INITIAL_WEBHOOKS, ...options.webhooks },
	};
}
