import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { offered } from '../../core/editor/lists';
import { boxesOf } from '../api/contacts/customFields/values';
import type { CustomField } from '../api/locations';
import { contactCustomFields, readCustomFields } from '../api/locations';
import { readNumbered } from '../api/pages';
import type { User } from '../api/records/users';
import { users } from '../api/records/users';
import { boxKey, boxLabel } from '../api/contacts/customFields/names';
import { userLabel } from './labels';
import { openForEditor } from './openForEditor';

const PAGE_SIZE = 100;

/** All users of the location, for fields that take several. */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await openForEditor(this, [users.page], async (api) => {
		const found = await readNumbered<User>(
			Infinity,
			PAGE_SIZE,
			async (skip, limit) => await users.page(api, { skip, limit }),
		);
		return offered(found.map((user) => ({ name: userLabel(user), value: user.id })));
	});
}

/** Data types that HighLevel's search does not know. */
const NOT_SEARCHED = new Set(['FILE_UPLOAD', 'SIGNATURE']);

/** The custom fields of contacts, for conditions of a search; each box of a text box list by itself. */
export async function getContactCustomFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await openForEditor(this, [readCustomFields], async (api) => {
		const fields = await contactCustomFields(api);
		return offered(fields.filter(({ dataType }) => !NOT_SEARCHED.has(dataType)).flatMap(optionsOf));
	});
}

function optionsOf(field: CustomField): INodePropertyOptions[] {
	const boxes = boxesOf(field);
	if (!boxes) return [{ name: field.name, value: field.id }];
	return boxes.map((box) => ({ name: boxLabel(field, box), value: boxKey(field, box) }));
}
