import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { offered } from '../../core/editor/lists';
import { boxesOf } from '../api/customFields/values';
import type { CustomField } from '../api/customFields/fields';
import { knownCustomFields, readCustomFields } from '../api/customFields/fields';
import { readNumbered } from '../api/pages';
import type { User } from '../api/records/users';
import { users } from '../api/records/users';
import { boxKey, boxLabel } from '../api/customFields/names';
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
		const fields = await knownCustomFields.all(api, 'contact');
		return offered(fields.filter(({ dataType }) => !NOT_SEARCHED.has(dataType)).flatMap(optionsOf));
	});
}

function optionsOf(field: CustomField): INodePropertyOptions[] {
	const boxes = boxesOf(field);
	if (!boxes) return [{ name: field.name, value: field.id }];
	return boxes.map((box) => ({ name: boxLabel(field, box), value: boxKey(field, box) }));
}
