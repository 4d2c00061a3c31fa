/** What the sandbox keeps. Times are ms since the epoch, by the sandbox's own clock. */

/** Which of the three products a key, a contact or a webhook belongs to. */
export type Product = 'notifyer' | 'whatsable' | 'notifier';

export interface KeyRecord {
	key: string;
	product: Product;
	/** Whether the plan has integrations. */
	mayIntegrate: boolean;
}

export type MessageType = 'text' | 'image' | 'video' | 'audio' | 'document' | 'location';

/** Somebody whom messages go to or come from. */
export interface ContactRecord {
	/** `<product>/<phone>` */
	id: string;
	product: Product;
	/** Digits with the country code, without `+`; of a group its id. */
	phone: string;
	isGroup: boolean;
	name: string;
	/** In the order in which they were added. */
	labels: readonly string[];
	/** The one note, as a person or a program set it. */
	note: string;
	/** What the automation noted by itself. */
	noteAutomation: string;
	createdAtMs: number;
	/** Null for a contact that never wrote. */
	lastIncomingAtMs: number | null;
	/** A message to a number without WhatsApp is accepted and fails. */
	isOnWhatsApp: boolean;
}

export interface MediaRecord {
	link: string;
	filename: string | null;
}

export interface LocationRecord {
	latitude: number;
	longitude: number;
	name: string;
}

/** The ad that brought a contact. Source: public page on message webhooks. */
export interface ReferralRecord {
	source_type: 'ad' | 'post';
	source_id: string;
	source_url: string;
	headline: string;
	body: string;
	media_type: 'image' | 'video';
	image_url?: string;
	video_url?: string;
	thumbnail_url?: string;
	ctwa_clid?: string;
}

/** A template as a recipient sees it. */
export interface RenderedTemplate {
	name: string;
	language: string;
	header: string | null;
	body: string;
	footer: string | null;
	buttons: ReadonlyArray<{ text: string; url?: string }>;
}

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'failed';

export interface MessageRecord {
	/** `wamid.…` */
	id: string;
	contactId: string;
	direction: 'incoming' | 'outgoing';
	type: MessageType;
	/** Text, caption, or the filled-in body of a template. */
	text: string;
	media: MediaRecord | null;
	location: LocationRecord | null;
	template: RenderedTemplate | null;
	referral: ReferralRecord | null;
	atMs: number;
	/** Of an incoming message always `read`. */
	status: DeliveryStatus;
	deliveredAtMs: number | null;
	readAtMs: number | null;
	/** Why it failed. */
	failure: string | null;
	/** `WhatsApp App`, a teammate or a program; empty for an incoming message. */
	sendBy: string;
	wasByHuman: boolean;
	wasScheduled: boolean;
}

/** A part of a template in Meta's shape. */
export type TemplateComponent =
	| { type: 'HEADER'; format: 'TEXT'; text: string; example?: { header_text: string[] } }
	| { type: 'HEADER'; format: 'IMAGE' | 'VIDEO' | 'DOCUMENT'; example: { header_handle: string[] } }
	| { type: 'BODY'; text: string; example?: { body_text: string[][] } }
	| { type: 'FOOTER'; text: string }
	| { type: 'BUTTONS'; buttons: TemplateButton[] };

export interface TemplateButton {
	type: 'QUICK_REPLY' | 'URL' | 'PHONE_NUMBER';
	text: string;
	url?: string;
	phone_number?: string;
	example?: string[];
}

export interface TemplateRecord {
	/** Running number. */
	id: number;
	/** The id that sends take. */
	templateId: string;
	/** Two languages of one template bear the same name. */
	name: string;
	category: 'MARKETING' | 'UTILITY';
	language: string;
	status: 'APPROVED' | 'PENDING' | 'REJECTED';
	components: readonly TemplateComponent[];
}

/** When a scheduled message is to be sent after all. */
export interface ScheduleConditions {
	/** `never`, `never-replied`, or a time such as `20m`; null for none. */
	reply: string | null;
	labels: { kind: 'include' | 'not'; labels: readonly string[] } | null;
}

/** What is to be sent, checked and ready. */
export interface Draft {
	type: MessageType;
	text: string;
	media: MediaRecord | null;
	/** Left out where there is none; programs cannot send any. */
	location?: LocationRecord | null;
	template: RenderedTemplate | null;
	sendBy: string;
	wasByHuman: boolean;
}

export interface ScheduledRecord {
	id: number;
	contactId: string;
	draft: Draft;
	dueAtMs: number;
	createdAtMs: number;
	conditions: ScheduleConditions;
	/** `skipped`: a condition did not hold when it was due. `refused`: it could not be sent any more. */
	status: 'waiting' | 'sent' | 'skipped' | 'refused';
	/** Why it was skipped or refused. */
	reason: string | null;
	/** wamid of what was sent. */
	messageId: string | null;
}

/** An address that message webhooks go to. */
export interface RegistrationRecord {
	id: number;
	product: Product;
	/** Path of the call that registered it, or `dashboard`. */
	source: string;
	url: string;
	incoming: boolean;
	outgoing: boolean;
	/** Value of X-Webhook-Signature; null sends none. */
	signature: string | null;
	createdAtMs: number;
}
