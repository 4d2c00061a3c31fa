import type { StartOptions } from '../shared/running/hub';
import { changedSettings } from '../shared/running/settings';
import type { WebhookSettings } from './webhooks/settings';
import { INITIAL_WEBHOOKS } from './webhooks/settings';

export interface WhatsAbleSandboxOptions extends StartOptions, SettingsPatch {
	/** The sandbox's clock at the start, in ms since the epoch; the machine's time by default. */
	startAtMs?: number;
	/** The sandbox's clock stands still until it is moved on; false by default. */
	stopClock?: boolean;
}

/** What can be changed at run time. */
export interface SandboxSettings {
	/** ms that every API call takes at least. */
	latencyMs: number;
	/** Requests of a key in a window; null, the default, is no limit, since none is published. */
	rateLimit: { max: number; intervalMs: number } | null;
	/** Status of what WhatsApp itself refuses (variables, unapproved templates, a closed window): `ok` answers 200 with
	 * `success: false`, `documented` the 4xx status of the public pages. */
	whatsAppRefusals: 'ok' | 'documented';
	/** A text or a file outside the 24 hours: `refused` at once, or accepted and failed later, as Meta itself does. */
	closedWindow: 'refused' | 'failsLater';
	/** Labels that do not exist: `refused`, or `ignored`. What the real thing does is not documented. */
	unknownLabels: 'refused' | 'ignored';
	/** How the delivery status is told: `unread` for everything that is not read, as the published Zapier app shows it,
	 * or the words of WhatsApp (`sent`, `delivered`). */
	statusWords: 'unread' | 'whatsApp';
	/** ms, by the sandbox's clock, until a message is delivered; null leaves it at sent. */
	deliveredAfterMs: number | null;
	/** ms from then until it is read; null leaves it at delivered. */
	readAfterMs: number | null;
	webhooks: WebhookSettings;
}

/** Changes to the settings; what is left out stays as it is, also among webhooks. */
export type SettingsPatch = Partial<Omit<SandboxSettings, 'webhooks'>> & {
	webhooks?: Partial<WebhookSettings>;
};

const INITIAL_SETTINGS: SandboxSettings = {
	latencyMs: 0,
	rateLimit: null,
	whatsAppRefusals: 'ok',
	closedWindow: 'refused',
	unknownLabels: 'refused',
	statusWords: 'unread',
	deliveredAfterMs: 300,
	readAfterMs: 2000,
	webhooks: INITIAL_WEBHOOKS,
};

export function initialSettings(options: WhatsAbleSandboxOptions): SandboxSettings {
	return changedSettings(INITIAL_SETTINGS, options);
}
