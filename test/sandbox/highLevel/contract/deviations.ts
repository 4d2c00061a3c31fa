/** A known difference between the official specification and the sandbox. */
export interface Deviation {
	/** Matched against the line that tells of the difference. */
	pattern: RegExp;
	reason: string;
}

/** Lines: `<operation>: <place in the body> …`. */
export const REQUEST_DEVIATIONS: readonly Deviation[] = [
	{
		pattern: /: body\.customFields\[\]\.(fieldValue|value) is not documented$/,
		reason: 'Clients send all three names of the value under either version, and the API takes them.',
	},
	{
		pattern: /: body\.dateOfBirth is null\|string, documented as null\|object$/,
		reason: 'Its text says that it is a date in one of eight layouts; the type is a slip of the generator.',
	},
	{
		pattern: /^POST \/contacts\/search: body\.\w+ is not documented/,
		reason: 'The schema is empty; the search guide that the specification links to has the properties.',
	},
	{
		pattern:
			/^POST \/locations\/\{\}\/customFields\/upload: body\.(id|maxFiles) is not documented as required$/,
		reason: 'Publicly reported: without them the real API answers 422.',
	},
	{
		pattern:
			/^POST \/(opportunities|objects\/\{\}\/records)\/search: body\.(filters|sort) is not documented$/,
		reason: 'The guides that the specification links to have them.',
	},
	{
		pattern: /^(POST|PUT) \/objects\/\{\}\/records(\/\{\})?: body\.\w+ is not documented/,
		reason: 'The schemas of records that are written are empty; public clients send these.',
	},
	{
		pattern: /^POST \/opportunities\/upsert: body\.contactId is not documented$/,
		reason: 'It was documented before the followers took its place, and public clients send it.',
	},
	{
		pattern: /^POST \/opportunities\/upsert: body\.monetaryValue is number, documented as object$/,
		reason: "The schema's own example is a number.",
	},
	{
		pattern: /^POST \/conversations\/messages: body\.(subType|status) is documented as required$/,
		reason: 'No example of the specification has them, and no public client sends them.',
	},
	{
		pattern:
			/^POST \/conversations\/messages\/inbound: body\.(conversationId|contactId|conversationProviderId) is documented as required$/,
		reason:
			'Publicly reported: the contact or the conversation is enough, and a channel may have a provider.',
	},
	{
		pattern:
			/^POST \/conversations\/messages\/upload: body\.(contactId|attachmentUrls) is documented as required$/,
		reason: 'Its text says that files are sent, and public clients send no more than the conversation.',
	},
];

/** Lines: `<operation> <status>: <place in the answer> …`. */
export const RESPONSE_DEVIATIONS: readonly Deviation[] = [
	{
		pattern: / (400|401|403|404|422): \/ has traceId$/,
		reason: 'Real errors carry it; the schemas of errors do not list it.',
	},
	{
		pattern: / 400: \/ has error$/,
		reason: 'Real 400 answers name the error, as the documented 401 and 422 do.',
	},
	{
		pattern: /^POST \/oauth\/token 200: \/ has (refreshTokenId|traceId)$/,
		reason: "The official page's own example of the answer has them.",
	},
	{
		pattern: /^POST \/oauth\/token 401: \/ has error_description$/,
		reason: 'Measured: unknown codes and clients are refused in a shape of their own.',
	},
	{
		pattern: /^POST \/oauth\/location(Token|-token) 201: status is not documented$/,
		reason: 'Documented as 200, measured as 201.',
	},
	{
		pattern: /^POST \/oauth\/location(Token|-token) 201: \/ has (userType|companyId|refresh_token|traceId)$/,
		reason: 'Measured: the answer is like that of the token endpoint.',
	},
	{
		pattern: /^POST \/contacts 400: \/ has meta$/,
		reason: 'The refusal of a duplicate names the contact in `meta`, as many public clients rely on.',
	},
	{
		pattern: /: \/contact has (additionalEmails|additionalPhones|followers)$/,
		reason: 'Seen in real answers; not in the schema.',
	},
	{
		pattern: /: \/contacts?(\/\*)?\/customFields\/\*\/value is not string$/,
		reason: 'Numbers and lists are answered as such; the schema knows text only.',
	},
	{
		pattern: /^GET \/contacts 200: \/ has meta$/,
		reason: 'The specification has a schema for `meta`, but forgets to use it.',
	},
	{
		pattern: /^GET \/contacts(\/business\/\{\})? 200: \/contacts\/\* has \w+$/,
		reason: 'Real lists carry names, phone and address; the schema stops at a few fields.',
	},
	{
		pattern: /^GET \/contacts(\/business\/\{\})? 200: \/contacts\/\*\/\w+ is not string$/,
		reason: 'Lists answer empty values as null.',
	},
	{
		pattern: /^POST \/locations\/\{\}\/tasks\/search 200: \/tasks\/\* is not array$/,
		reason: 'The schema says a list of lists; tasks are objects everywhere else.',
	},
	{
		pattern: /^POST \/contacts\/\{\}\/workflow\/\{\} 201: status is not documented$/,
		reason: 'Documented as 200, measured as 201.',
	},
	{
		pattern: /^POST \/contacts\/bulk\/tags\/update\/\{\} 201: \/responses\/\* is not string$/,
		reason: "The schema's own example has objects.",
	},
	{
		pattern: /: \/customFields?(\/\*)?\/picklistOptions\/\* is not string$/,
		reason: 'The boxes of a text box list have ids, without which they could not be searched for.',
	},
	{
		pattern: /^POST \/locations\/\{\}\/customFields\/upload 200: \/meta\/\* is not string$/,
		reason: "The schema's own example has objects.",
	},
	{
		pattern: /^GET \/conversations\/messages\/export 200: \/nextCursor is not string$/,
		reason: 'Null on the last page, as the description of the field says.',
	},
	{
		pattern: /^GET \/opportunities\/pipelines 200: \/pipelines\/\*\/stages\/\* is not array$/,
		reason: 'The schema says a list of lists; stages are objects to every public client.',
	},
	{
		pattern: /^POST \/opportunities 400: \/ has (code|meta)$/,
		reason: 'The refusal of a duplicate names the opportunity, as public clients report it.',
	},
	{
		pattern: /\/(followers|notes|tasks|calendarEvents)\/\* is not array$/,
		reason: 'The schemas say lists of lists; followers are IDs in the answers of their own endpoints.',
	},
	{
		pattern: /^GET \/(forms|surveys)\/submissions 200: \/submissions\/\*\/others has \w+$/,
		reason: "The schema's names stand for the keys of fields and the IDs of custom fields.",
	},
	{
		pattern: /^GET \/opportunities\/search 200: \/meta\/\w+ is not (string|number)$/,
		reason: 'Where there is no such page, it is null, as in the list of contacts.',
	},
	{
		pattern:
			/^GET \/calendars\/events\S* 200: \/events?(\/\*)?\/(startTime|endTime|dateAdded|dateUpdated) is not object$/,
		reason: "Times are texts in the schema's own examples.",
	},
	{
		pattern: /^GET \/objects 200: \/objects\/\*\/type is not object$/,
		reason: "The schema's own example is a text.",
	},
	{
		pattern: /^\w+ \/objects\/\S+ 20[01]: \/records?(\/\*)?\/properties is not string$/,
		reason: "The schema's own example is an object.",
	},
	{
		pattern: /^POST \/objects\/\{\}\/records\/search 200: \/records\/\*\/searchAfter\/\* is not number$/,
		reason: "The schema's own example has a number and a text.",
	},
	{
		pattern: /^POST \/objects\/\{\}\/records(\/search)? 422: status is not documented$/,
		reason: 'As everywhere, what the schema does not have is refused with 422.',
	},
	{
		pattern: /^POST \/conversations\/messages(\/inbound)? 201: status is not documented$/,
		reason: 'Documented as 200; public clients report 201, as HighLevel answers a POST elsewhere.',
	},
	{
		pattern: /^GET \/conversations\/messages\/\{\} 200: \/ (has message|must have required property)/,
		reason: 'Publicly reported: the message is under `message`.',
	},
	{
		pattern:
			/^GET \/conversations\/messages\/email\/\{\} 200: \/ (has emailMessage|must have required property)/,
		reason: 'Public clients read the email under `emailMessage`.',
	},
	{
		pattern:
			/^GET \/conversations\/\{\}\/messages 200: \/(messages is not array| must have required property)/,
		reason: 'Publicly reported: the whole page lies within `messages`.',
	},
	{
		pattern: /^GET \/conversations\/search 200: \/conversations\/\* has \w+$/,
		reason: 'Real lists carry the owner, times, flags and what they are sorted by, which paging needs.',
	},
	{
		pattern: /^GET \/conversations\/messages\/export 200: \/messages\/\* has \w+$/,
		reason: 'Seen in real answers: the time of the last change, and the ID outside.',
	},
];
