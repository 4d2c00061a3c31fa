import { sameName } from '../contacts/input';
import type { ContentRecord } from '../records';
import type { Call, RequestType } from '../requestType';
import { usTime } from '../wire/arizona';
import { LISTED_SUCCESS, listedFailure, lowerError, statusError } from '../wire/refusal';

/** Marketing programs, transactions, and what is sent or attached. */
export const marketingTypes: RequestType[] = [
	{
		name: 'getPrograms',
		verb: 'GET',
		scopes: ['marketing'],
		answer: ({ state }) =>
			[...state.programs.values()].map(({ ProgramName, ProgramID }) => ({
				ProgramName,
				ProgramID: String(ProgramID),
			})),
	},
	{
		name: 'addClientsToMarketingProgram',
		verb: 'POST',
		scopes: ['marketing'],
		answer: addClientsToProgram,
	},
	{
		name: 'getTransactionNames',
		verb: 'GET',
		scopes: ['marketing'],
		answer: ({ state, settings }) =>
			[...state.transactions.values()].map(({ CLName, CLDataID, deleted, completedAt }) => ({
				CLName,
				CLDataID,
				deleted: deleted ? 1 : 0,
				Completed: completedAt === null ? 0 : 1,
				CompletedDate: completedAt === null ? '1/1/1900' : usTime(completedAt, settings.timeZone),
			})),
	},
	{
		name: 'getTransactionNotes',
		verb: 'GET',
		scopes: ['marketing'],
		answer: ({ state, parameters, settings }) => {
			const transaction = state.transactions.get(parameters.text('transactionID'));
			if (!transaction) throw lowerError('transactionID was not found');
			const { notes } = transaction;
			return {
				Notes: notes.map(({ NoteMemo, notedAt }) => ({
					NoteMemo,
					NoteDate: usTime(notedAt, settings.timeZone),
				})),
			};
		},
	},
	{
		name: 'ContentCategories',
		verb: 'GET',
		scopes: ['contacts'],
		answer: ({ state }) => {
			const names = new Set([...state.contents.values()].map(({ Category }) => Category));
			return { data: [...names].map((Category) => ({ Category })) };
		},
	},
	{ name: 'Content', verb: 'GET', scopes: ['marketing'], answer: getContent },
	{ name: 'Content', verb: 'POST', scopes: ['marketing'], answer: saveContent },
	{ name: 'attachFile', verb: 'POST', scopes: ['marketing', 'contacts'], answer: attachFile },
	// The next two are not documented; Wise Agent's own plugin for WordPress calls them.
	{
		name: 'captureForms',
		verb: 'GET',
		scopes: ['marketing'],
		answer: ({ state }) => [...state.captureForms.values()],
	},
	{
		name: 'captureForm',
		verb: 'GET',
		scopes: ['marketing'],
		answer: ({ state, parameters }) => {
			const form = state.captureForms.get(parameters.text('formid'));
			if (!form) throw lowerError('formid was not found');
			return form;
		},
	},
];

/** Ids that are unknown are passed over, and the answer does not tell. */
function addClientsToProgram({ state, parameters }: Call): object {
	const program = state.programs.get(parameters.text('programID'));
	if (!program) throw listedFailure('programID was not found');
	const ids = parameters.list('clientids').filter((id) => state.contacts.has(id));
	const clientIds = [...new Set([...program.clientIds, ...ids.map(Number)])];
	state.programs.set(String(program.ProgramID), { ...program, clientIds });
	return LISTED_SUCCESS;
}

/** Only a single one comes with its text. */
function getContent({ state, parameters }: Call): object {
	const id = parameters.text('ContentId');
	const category = parameters.text('Category');
	const contents = [...state.contents.values()].filter(
		({ Id, Category }) =>
			(id === '' || String(Id) === id) && (category === '' || sameName(Category, category)),
	);
	return { data: contents.map((content) => contentView(content, id !== '')) };
}

function contentView({ Id, Name, Category, Subject, Html }: Readonly<ContentRecord>, whole: boolean): object {
	return { Id: String(Id), Name, Category, Subject, ...(whole ? { Html } : {}) };
}

function saveContent({ state, parameters }: Call): object {
	const known = state.contents.get(parameters.text('ContentId'));
	const Name = parameters.text('Name');
	const Html = parameters.sent('Html') ?? '';
	if (Name === '' || Html === '') throw listedFailure('Name and Html are required');
	const Id = known?.Id ?? state.newId('content');
	const { Category = '', Subject = '' } = known ?? {};
	state.contents.set(String(Id), {
		Id,
		Name,
		Html,
		Category: parameters.text('Category') || Category,
		Subject: parameters.text('Subject') || Subject,
	});
	return [{ success: 'true', ContentId: Id }];
}

/** Programs that are not taken. Source: official API page, "Binary / Executable files will not be accepted". */
const REFUSED_FILES = /\.(exe|dll|msi|bat|com|scr|bin)$/i;

/** The file is not fetched: only its address is kept. */
function attachFile({ state, parameters }: Call): object {
	const url = parameters.text('url');
	const contact = state.contacts.get(parameters.text('ClientID'));
	const transaction = state.transactions.get(parameters.text('CLDataID'));
	if (!URL.canParse(url)) throw statusError('url must be provided');
	if (!contact && !transaction) throw statusError('CLDataID or ClientID must be provided');
	if (REFUSED_FILES.test(new URL(url).pathname)) throw statusError('File type not allowed');
	const id = state.newId('file');
	state.files.set(String(id), {
		id,
		ClientID: contact?.ClientID ?? null,
		CLDataID: transaction?.CLDataID ?? null,
		Description: parameters.text('Description'),
		url,
	});
	return { status: 'success', data: { message: 'File(s) uploaded' } };
}
