/** The events that the sandbox sends. Source: official webhook pages; there is no event for a changed task. */
export const WEBHOOK_EVENTS = [
	'ContactCreate',
	'ContactUpdate',
	'ContactDelete',
	'ContactTagUpdate',
	'ContactDndUpdate',
	'NoteCreate',
	'NoteUpdate',
	'NoteDelete',
	'TaskCreate',
	'TaskComplete',
	'TaskDelete',
	'AppointmentCreate',
	'AppointmentUpdate',
	'AppointmentDelete',
	'OpportunityCreate',
	'OpportunityUpdate',
	'OpportunityStageUpdate',
	'OpportunityStatusUpdate',
	'OpportunityMonetaryValueUpdate',
	'OpportunityAssignedToUpdate',
	'OpportunityDelete',
	'InboundMessage',
	'OutboundMessage',
	'ConversationUnreadUpdate',
	'INSTALL',
	'UNINSTALL',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What the developer portal holds about an app's webhooks, and switches for what goes wrong with them. */
export interface WebhookSettings {
	/** Where the events of the demo app go; null sends none. */
	url: string | null;
	events: readonly WebhookEvent[];
	/** ms before the first repetition; it doubles with each one, and a random part of up to as much comes on top. */
	baseDelayMs: number;
	/** ms that a receiver has to answer. */
	timeoutMs: number;
	/** Sends X-WH-Signature (RSA) too, as HighLevel did until 2026. */
	legacySignature: boolean;
	/** Delivers each event twice. */
	duplicates: boolean;
	/** Delivers events that come close together in reverse order. */
	outOfOrder: boolean;
	/** Leaves contact and text out of TaskCreate, as the real event was reported to do in 2026. */
	bareTasks: boolean;
}

/** Neither delays nor the time limit of real deliveries are published. */
export const INITIAL_WEBHOOKS: WebhookSettings = {
	url: null,
	events: WEBHOOK_EVENTS,
	baseDelayMs: 1000,
	timeoutMs: 10_000,
	legacySignature: false,
	duplicates: false,
	outOfOrder: false,
	bareTasks: false,
};

/** @throws Error when webhooks cannot be sent to this address */
export function checkAddress(url: string | null | undefined): void {
	if (url === null || url === undefined) return;
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
		throw new Error(`Webhooks cannot be sent to ${JSON.stringify(url)}: it must be an http or https address`);
	}
}
