import { addContact } from './addContact.operation';
import { addPhotos } from './addPhotos.operation';
import { addSearchProfile } from './addSearchProfile.operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { find } from './find.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getSearchProfile } from './getSearchProfile.operation';
import { getSearchProfiles } from './getSearchProfiles.operation';
import { update } from './update.operation';
import { updateSearchProfile } from './updateSearchProfile.operation';

export const name = 'Property';

export const operations = {
	addContact,
	addPhotos,
	addSearchProfile,
	create,
	delete: remove,
	find,
	get,
	getAll,
	getSearchProfile,
	getSearchProfiles,
	update,
	updateSearchProfile,
};
