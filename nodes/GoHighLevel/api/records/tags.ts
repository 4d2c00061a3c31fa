import type { IDataObject } from 'n8n-workflow';

import { kindOf } from './kit';

/** A tag of the location, which its contacts may have. */
export interface Tag extends IDataObject {
	id: string;
	/** In lower case. */
	name: string;
	locationId?: string;
}

const tag = kindOf<Tag, 'tagId'>({
	path: '/locations/{locationId}/tags',
	id: 'tagId',
	one: 'tag',
	many: 'tags',
	read: 'locations/tags.readonly',
	write: 'locations/tags.write',
});

const [list, get] = [tag.list(), tag.get()];

/** The specification names no scope for one tag; those of the list and of creation are assumed. */
export const tags = {
	list,
	get,
	/** A location has no two of the same name, which HighLevel writes in lower case. */
	create: tag.create<{ name: string }>({
		list,
		isSame: ({ name }, sent) => name.toLowerCase() === sent.name.toLowerCase(),
		isUnique: true,
	}),
	change: tag.change<{ name: string }>(get),
	delete: tag.delete(get),
};
