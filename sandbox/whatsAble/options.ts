import type { WebhookSettings } from './webhooks/settings';
import { INITIAL_WEBHOOKS } from './webhooks/settings';

export interface WhatsAbleSandboxOptions extends SettingsPatch {
	/** 0, the default, takes any free port. The host is always 127.0.0.1. */
	port?: number;
	/** Keeps the state across restarts, as JSON. */
	stateFile?: string;
	/** The sandbox's clock at the start, in ms since the epoch; the machine's time by default. */
	startAtMs?: number;
	/** The sandbox's clock stands still until it is moved on; false by default. */
	stopClock?: boolean;
	/** Ids and the lottery of the faults follow from it; 1 by default. */
	seed?: number;
	/** Says nothing on the console. */
	quiet?: boolean;
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

export function initialSettings(): SandboxSettings {
	return {
		latencyMs: 0,
		rateLimit: null,
		whatsAppRefusals: 'ok',
		closedWindow: 'refused',
		unknownLabels: 'refused',
		statusWords: 'unread',
		deliveredAfterMs: 300,
		readAfterMs: 2000,
		webhooks: { ...INITIAL_WEBHOOKS },
	};
}
