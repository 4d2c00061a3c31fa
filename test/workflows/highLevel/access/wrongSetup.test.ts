import { pace } from '../../../support/pace';
import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { APP_SCOPES } from '../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../support/highLevel';
import type { StoredConnection } from '../../../support/oAuth2';
import { change, connect, runContactOAuth, secretsOf, tokensOf } from '../../../support/oAuth2';
import { closedPort, storeContact } from '../../../support/sandboxRuns';
import { editorContextOAuth, errorOf } from '../pickers/editor';

pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const { locationId, otherLocationId } = DEMO;
const READ_ONLY = APP_SCOPES.filter((scope) => !scope.endsWith('.write'));

interface WrongSetup {
	connection: () => StoredConnection | Promise<StoredConnection>;
	/** The location that the node names. */
	where?: string;
	message: string | RegExp;
	remedy: string;
	/** Nothing is sent to HighLevel. */
	unsent?: boolean;
	/** A list only reads, which this set-up may. */
	mayRead?: boolean;
}

const SETUPS: Array<[string, WrongSetup]> = [
	[
		'a credential that was never connected',
		{
			connection: () => change(connect(sandbox), { oauthTokenData: undefined as never }),
			message: 'The HighLevel credential is not connected yet',
			remedy: 'Open the credential and click Connect. Nothing was sent.',
			unsent: true,
		},
	],
	[
		'a credential whose connection was taken away',
		{
			connection: () => change(connect(sandbox), { oauthTokenData: {} }),
			message: 'The HighLevel credential is not connected yet',
			remedy: 'click Connect',
			unsent: true,
		},
	],
	...['', 'services.leadconnectorhq.com', 'nonsense', 'https://', 'ftp://services.leadconnectorhq.com'].map(
		(baseUrl): [string, WrongSetup] => [
			`the Base URL "${baseUrl}"`,
			{
				connection: () => change(connect(sandbox), { baseUrl }),
				message: 'The Base URL of the HighLevel credential is not a web address',
				remedy: 'set it to https://services.leadconnectorhq.com',
				unsent: true,
			},
		],
	),
	[
		'a Base URL at which nobody listens',
		{
			connection: async () => change(connect(sandbox), { baseUrl: `http://127.0.0.1:${await closedPort()}` }),
			message: /^HighLevel could not be reached \(127\.0\.0\.1:\d+\): the connection was refused/,
			remedy: 'Check the connection and the Base URL in the credential',
			unsent: true,
		},
	],
	[
		'the wrong location',
		{
			connection: () => connect(sandbox),
			where: otherLocationId,
			message: `This connection is to the location ${locationId}, and the node asks for ${otherLocationId}`,
			remedy: 'Leave Location empty',
			unsent: true,
		},
	],
	[
		'an agency without a location',
		{
			connection: () => connect(sandbox, { userType: 'Company' }),
			message: 'This connection is to an agency, and no location is chosen',
			remedy: 'Choose the location in the node',
			unsent: true,
		},
	],
	[
		"an agency's token that claims to be of a location",
		{
			connection: () => {
				const agency = connect(sandbox, { userType: 'Company' });
				return change(agency, {
					oauthTokenData: { ...tokensOf(agency), userType: 'Location', locationId } as never,
				});
			},
			message: 'HighLevel refused the token: This authClass type is not allowed to access this scope.',
			remedy: 'It belongs to an agency, and this needs one of a location.',
		},
	],
	[
		'a location that the agency does not have',
		{
			connection: () => connect(sandbox, { userType: 'Company' }),
			where: 'Xx8QmT3xLw5RkZ1pYc7N',
			message: 'HighLevel gives the agency no token for the location Xx8QmT3xLw5RkZ1pYc7N',
			remedy: 'Check the location in the node',
		},
	],
	[
		'a missing scope',
		{
			connection: () => connect(sandbox, { scopes: READ_ONLY }),
			message: 'HighLevel refused the token for this operation: The token is not authorized for this scope.',
			remedy: 'The connection lacks the scope contacts.write.',
			mayRead: true,
		},
	],
	[
		'a paused location',
		{
			connection: () => {
				const connection = connect(sandbox);
				sandbox.oauth.expireAccessTokens();
				sandbox.oauth.pause(locationId);
				return connection;
			},
			message: 'HighLevel gives no new token: Location is not active',
			remedy: 'The location is paused.',
		},
	],
	[
		'a paused location of an agency',
		{
			connection: () => {
				sandbox.oauth.pause(locationId);
				return connect(sandbox, { userType: 'Company' });
			},
			where: locationId,
			message: `HighLevel gives the agency no token for the location ${locationId}: Location is not active`,
			remedy: 'The location is paused.',
		},
	],
];

describe.each(SETUPS)(
	'the first run with %s',
	(_, { connection, where, message, remedy, unsent, mayRead }) => {
		const location = where === undefined ? {} : { locationId: byId(where) };

		test('says what is wrong and what to do', async () => {
			const contactId = storeContact(sandbox, { email: 'ada@example.com' });
			const run = await runContactOAuth(await connection(), 'addTags', {
				parameters: { contactId: byId(contactId), tags: 'new', ...location },
			});

			expect(run.error?.message).toMatch(message);
			expect(run.error?.description).toContain(remedy);
			expect(sandbox.state.contacts.get(contactId)?.tags).toEqual([]);
			for (const secret of secretsOf(sandbox)) expect(run.stored).not.toContain(secret);
			expect(run.stored).not.toMatch(/Bearer|client_secret/);
			if (unsent) expect(sandbox.requests).toEqual([]);
		});

		if (!mayRead) {
			test('a list in the editor says the same', async () => {
				const { searchContacts } = new GoHighLevel().methods.listSearch;
				const context = editorContextOAuth(await connection(), where === undefined ? undefined : byId(where));
				const error = await errorOf(searchContacts.call(context));

				expect(error.message).toMatch(message);
				expect(error.description).toContain(remedy);
				expect(error.constructor.name).toBe('NodeOperationError');
				const shown = JSON.stringify({ ...error, message: error.message, description: error.description });
				for (const secret of secretsOf(sandbox)) expect(shown).not.toContain(secret);
			});
		}
	},
);

test.each(['/', '//'])('a Base URL with "%s" at its end is as good as without', async (end) => {
	const connection = change(connect(sandbox), { baseUrl: `${sandbox.url}${end}` });
	const run = await runContactOAuth(connection, 'getAll', { parameters: { returnAll: true } });

	expect(run.error).toBeUndefined();
	expect(sandbox.requests.map(({ path, status }) => [path, status])).toEqual([
		[expect.stringMatching(/^\/contacts/), 200],
	]);
});

test('a private token does not see the Location of the node, which may be left over from OAuth2', async () => {
	storeContact(sandbox, { email: 'ada@example.com' });
	const run = await runContact(sandbox, 'getAll', {
		parameters: { returnAll: true, locationId: byId(otherLocationId) },
	});

	expect(run.items.map(({ json }) => json.email)).toEqual(['ada@example.com']);
});
