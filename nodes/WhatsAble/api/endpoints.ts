import type { Path } from '../../core/sending/path';
import { path } from '../../core/sending/path';

/** WhatsAble's products. Each API key belongs to one of them. */
export type Product = 'notifyer' | 'whatsable' | 'notifier';

/** The products as WhatsAble prints their names. */
export const PRODUCT_NAMES: Record<Product, string> = {
	notifyer: 'Notifyer',
	whatsable: 'WhatsAble',
	notifier: 'Notifier',
};

export function isProduct(word: unknown): word is Product {
	return typeof word === 'string' && Object.hasOwn(PRODUCT_NAMES, word);
}

/** One address of WhatsAble, and whose keys it takes. */
export interface Endpoint {
	path: Path;
	/** `undefined` where the keys of all products are taken. */
	product?: Product;
	/** `dashboard` is dashboard.whatsable.app, `api` is api.insightssystem.com. */
	host: 'api' | 'dashboard';
}

const on =
	(host: Endpoint['host'], product?: Product) =>
	(at: Path): Endpoint => ({ path: at, product, host });

const notifyer = on('api', 'notifyer');
const whatsable = on('dashboard', 'whatsable');

/**
 * The addresses that the integrations of WhatsAble itself (n8n, Zapier, Make) use with an API key. They are not in its
 * public documentation, except those on the dashboard host. Source: its published n8n package and Zapier app.
 */
export const ENDPOINTS = {
	keyCheck: on('api')(path`/api:gncnl2D6/check-api-key-across-projects`),
	templates: notifyer(path`/api:ErOQ8pSj/n8n-templates`),
	labels: notifyer(path`/api:ErOQ8pSj/n8n/label`),
	phoneNumbers: notifyer(path`/api:ErOQ8pSj/n8n/phone/number/list`),
	sendTemplate: notifyer(path`/api:ErOQ8pSj/n8n/messages/send`),
	sendFreeForm: notifyer(path`/api:ErOQ8pSj/n8n/messages/general/send`),
	/** The one that takes a name as well; it makes the contact where there is none. */
	updateContact: notifyer(path`/api:hFrjh8a1/zapier/recipient/details/update`),
	delivery: (messageId: string) => notifyer(path`/api:5l-RgW1B/conversation/${messageId}`),
	whatsAbleNumbers: on('api', 'whatsable')(path`/api:gncnl2D6/get-whatsable-numbers`),
	whatsAbleSend: whatsable(path`/api/whatsapp/messages/v2.0.0/send`),
	whatsAbleGroups: whatsable(path`/api/groups/automation/groups`),
	whatsAbleGroupSend: whatsable(path`/api/whatsapp/messages/v2.0.0/group-send`),
	notifierSend: on('api', 'notifier')(path`/api:gncnl2D6/n8n/send-message`),
	registerIncoming: notifyer(path`/api:dBShrB6H/n8n`),
	registerBoth: notifyer(path`/api:ErOQ8pSj/n8n/webhook/io`),
	registerWhatsAble: on('api', 'whatsable')(path`/api:KXAU3bZ4/n8n/webhook`),
	registerNotifier: on('api', 'notifier')(path`/api:gncnl2D6/n8n/notifier/webhook`),
} as const;
