import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { afterDone } from '../../../core/sending/done';
import { Failure } from '../../../core/failure';
import type { OperationInput } from '../../../core/operation/operation';
import { listOf } from '../../../core/values/texts';
import type { WiseAgentClient } from '../../api/client';
import { contactOf } from '../../api/reading/records';
import { changeEach, doneTo } from '../../api/contacts/categories';
import { categoriesOf, hasCategory } from '../../api/contacts/contactChanges';
import { findContact } from '../../api/contacts/contacts';
import { notFound } from '../../api/errors';

export const requiredCategories: INodeProperties = {
	displayName: 'Category Names or IDs',
	name: 'Categories',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getCategories' },
	required: true,
	default: [],
	description:
		'Categories by name. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/**
 * Changes the categories of a contact, one after the other: a name may hold commas. Wise Agent passes over an id that it
 * does not know and says that all is well, so the contact is looked at afterwards.
 */
export async function changeCategories(
	change: 'add' | 'remove',
	{ api, params }: OperationInput<WiseAgentClient>,
): Promise<IDataObject> {
	const contactId = params.id('contactId');
	const categories = listOf(params.value('Categories'), 'Categories');
	if (categories.length === 0) {
		throw new Failure('"Categories" is empty', 'Choose at least one category, or leave this item out.', {
			field: 'Categories',
		});
	}
	await changeEach(api, change, categories, contactId);
	const found = await afterDone(
		doneTo(change, categories, contactId),
		async () => await findContact(api, contactId),
	);
	if (!found) throw notFound('Contact', contactId);
	const contact = contactOf(found);
	const failed = categories.filter((name) => hasCategory(contact, name) !== (change === 'add'));
	if (failed.length > 0) {
		throw new Failure(
			`Wise Agent did not ${change} ${failed.map((name) => `"${name}"`).join(', ')}`,
			`Look at contact ${contactId} in Wise Agent. Its other categories are as they should be.`,
			{ field: 'Categories', contactId },
		);
	}
	return { contactId, Categories: categoriesOf(contact).map((name) => ({ name })) };
}
