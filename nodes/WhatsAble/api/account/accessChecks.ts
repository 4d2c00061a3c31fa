import type { AccessCheck } from '../../../core/editor/accessChecks';
import { checked, checkRead } from '../../../core/editor/accessChecks';
import type { Failure } from '../../../core/failure';
import type { Request } from '../../../core/operation/request';
import type { KeyCheck, WhatsAbleClient } from '../client';
import { ENDPOINTS, isProduct, PRODUCT_NAMES } from '../endpoints';
import type { Product } from '../endpoints';
import { checkKey } from '../records/apiKey';
import { listLabels } from '../records/labels';
import { listGroups, listWhatsAbleNumbers } from '../records/otherProducts';
import { listPhoneNumbers } from '../records/phoneNumbers';
import { listTemplates } from '../records/templates';

interface ListRead {
	check: string;
	product: Product;
	read: Request & ((api: WhatsAbleClient) => Promise<unknown>);
}

/** Each list that a key can read. */
const LISTS: ListRead[] = [
	{ check: 'Read labels', product: of('labels'), read: listLabels },
	{ check: 'Read phone numbers', product: of('phoneNumbers'), read: listPhoneNumbers },
	{ check: 'Read templates', product: of('templates'), read: listTemplates },
	{ check: 'Read WhatsAble groups', product: of('whatsAbleGroups'), read: listGroups },
	{ check: 'Read WhatsAble numbers', product: of('whatsAbleNumbers'), read: listWhatsAbleNumbers },
];

function of(
	endpoint: 'labels' | 'phoneNumbers' | 'templates' | 'whatsAbleGroups' | 'whatsAbleNumbers',
): Product {
	return ENDPOINTS[endpoint].product as Product;
}

/** What is requested for the checks. */
export const CHECK_REQUESTS: Request[] = [checkKey, ...LISTS.map(({ read }) => read)];

/** What only a message, a change or a person can show. */
const UNCHECKED: AccessCheck[] = [
	checked('Send messages', 'notChecked', 'To try it would send a message'),
	checked(
		'Write contacts',
		'notChecked',
		'To try it would change a contact. Contacts are written with a key of Notifyer.',
	),
	checked(
		'Webhooks',
		'notChecked',
		'WhatsAble does not show its webhooks to an API key',
		'Look at them in its console.',
	),
	checked('Key age', 'notChecked', 'WhatsAble does not tell when the API key was made'),
];

/**
 * What the API key may do, one check after the other. Throws a `Failure` when WhatsAble cannot be reached, or does not
 * answer like WhatsAble.
 */
export async function checkAccess(api: WhatsAbleClient): Promise<AccessCheck[]> {
	const key = await checkKey(api);
	const lists = LISTS.map(async (list) => await listCheck(api, key, list));
	return [connectionCheck(key), ...(await Promise.all(lists)), ...UNCHECKED];
}

function connectionCheck({ success, product }: KeyCheck): AccessCheck {
	const check = 'Connection';
	if (!success) {
		return checked(
			check,
			'failed',
			'WhatsAble does not know the API key of the credential',
			'Copy the key again into the credential, without blanks and without "Bearer".',
		);
	}
	const whose = isProduct(product)
		? `It belongs to ${PRODUCT_NAMES[product]}.`
		: 'It does not say which product the key belongs to.';
	return checked(check, 'ok', `WhatsAble knows the API key. ${whose}`);
}

async function listCheck(
	api: WhatsAbleClient,
	{ success, product: own }: KeyCheck,
	{ check, product, read }: ListRead,
): Promise<AccessCheck> {
	if (!success)
		return checked(check, 'notChecked', 'It was not tried, because WhatsAble does not know the key');
	if (isProduct(own) && own !== product) {
		return checked(
			check,
			'notChecked',
			`It belongs to ${PRODUCT_NAMES[product]}, and the API key to ${PRODUCT_NAMES[own]}`,
		);
	}
	const detail = 'The list can be read';
	return await checkRead({ check, detail, read: async () => await read(api) }, isRefusal);
}

/** Some refusals come with status 200 and say so by their code. */
function isRefusal({ details }: Failure): boolean {
	const { httpCode = 0, code = '' } = details;
	return [401, 403].includes(httpCode) || /unauthorized|forbidden|access_denied/i.test(String(code));
}
