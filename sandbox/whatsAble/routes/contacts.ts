import type { ApiRoute, Call } from '../wire/apiRoute';
import { checkLabels, withLabels } from '../messages/labels';
import { contactDigits } from '../phone';

const REMOVE_ALL = '__REMOVE_ALL__';

/** Creates or changes a contact by its number. An empty note leaves the note; any other replaces it.
 * Source: published n8n node and Zapier app; public page on Zapier. The answer is not documented.
 * @param takesName whether the endpoint knows `display_name`; one that does not ignores it */
function update({ hub, body }: Call, takesName: boolean): object {
	const phone = contactDigits(body.requiredText('phone_number'));
	const added = checkLabels(hub, body.texts('labels'));
	const removed = body.texts('selected_labels');
	const note = body.text('note');
	const name = takesName ? body.text('display_name') : '';

	const contact = hub.state.ensureContact('notifyer', phone);
	const kept = removed.includes(REMOVE_ALL) ? [] : contact.labels.filter((label) => !removed.includes(label));
	hub.state.updateContact(contact.id, {
		labels: withLabels(kept, added),
		...(note === '' ? {} : { note }),
		...(name === '' ? {} : { name }),
	});
	return { success: true, message: 'Recipient details updated successfully' };
}

const put = (path: string, takesName: boolean): ApiRoute => ({
	method: 'PUT',
	path,
	family: 'integration',
	product: 'notifyer',
	answer: (call) => update(call, takesName),
});

export const contactRoutes: readonly ApiRoute[] = [
	put('/api:ErOQ8pSj/n8n/recipient/details/update', false),
	put('/api:hFrjh8a1/zapier/recipient/details/update', true),
	put('/api:hFrjh8a1/make/recipient/details/update', true),
];
