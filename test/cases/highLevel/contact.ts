import type { Difference } from '../case';
import { finding } from './contact/finding';
import { memberships } from './contact/memberships';
import { records } from './contact/records';

export const cases = { ...records, ...memberships, ...finding };

export const differences: Difference[] = [
	{
		pattern:
			/^(findDuplicate|get|getAll|getAllChanged|getByBusiness|search): only the node sends GET \/locations\/\{locationId\}\/customFields$/,
		reason: 'Values of custom fields are put out by name, and HighLevel gives them by id alone',
	},
	{
		pattern: /^(create|update|upsert): only the node sends GET \/locations\/\{locationId\}\/customFields$/,
		reason: 'Values of custom fields are written by their data type, and keys are looked up',
	},
	{
		pattern: /^update: only the node sends GET \/contacts\/\{contactId\}$/,
		reason: 'An update reads the contact first, to write only what differs',
	},
	{
		pattern: /^setDoNotDisturb: only the node sends GET \/contacts\/\{contactId\}$/,
		reason:
			'Whether HighLevel keeps the channels that a write does not name is not documented, so they are read',
	},
	{
		pattern: /^update: PUT \S+: body\.(email|phone|firstName|country) is left out, /,
		reason: 'An update leaves out what the contact has already, so that two synced systems come to rest',
	},
	{
		pattern: /^upsert: only the node sends GET \/locations\/\{locationId\}$/,
		reason: 'Whether the location allows duplicates decides how Create or Update finds the contact',
	},
	{
		pattern: /^upsert: only the node sends POST \/contacts\/search$/,
		reason: 'HighLevel finds a contact by a custom field with its search alone',
	},
	{
		pattern: /^upsert: only the node sends GET \/contacts\/(search\/duplicate|\{contactId\})$/,
		reason:
			"HighLevel's upsert writes to one contact in silence when e-mail and phone belong to two, so they are looked for",
	},
	{
		pattern: /^upsert: only the node sends (POST \/contacts\/|PUT \/contacts\/\{contactId\})$/,
		reason: 'Create or Update creates, or updates the contact that HighLevel names as the duplicate',
	},
	{
		pattern: /^upsert: only the node sends POST \/contacts\/\{contactId\}\/tags$/,
		reason: "HighLevel's upsert replaces all tags; the node adds to them",
	},
	{
		pattern:
			/^upsert: POST \/contacts\/upsert: body\.(?!companyName|gender|email|locationId)\w+ is left out, /,
		reason:
			'An existing contact is updated with PUT; only company name and gender, which PUT refuses, go through upsert',
	},
	{
		pattern: /^findDuplicate: GET \S+: query\.number is left out, /,
		reason:
			'E-mail and phone are looked for one at a time: with both, HighLevel would not tell which of them it found',
	},
	{
		pattern: /^getAll: POST \S+: body\.sort\./,
		reason:
			'All contacts by their last change are read oldest first and turned round, so that none is missed that changes',
	},
];
