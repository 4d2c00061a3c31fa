import { addContact } from './addContact.operation';
import { getAll } from './getAll.operation';

export const name = 'Program';

export const operations = { addContact, getAll };
