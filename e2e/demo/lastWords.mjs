/**
 * What the demo prints at its end: what to click first, and every value that a person needs.
 *
 * @param {object} demo
 * @param {{ url: string }} demo.n8n
 * @param {{ email: string, password: string }} demo.owner
 * @param {Record<'leads' | 'wiseAgent' | 'whatsAble', { name: string, url: string }>} demo.workflows
 * @param {{ url: string, token: string, locationId: string, app: { clientId: string, clientSecret: string },
 *   publicKey: string }} demo.highLevel `publicKey` as PEM
 * @param {{ url: string, app: { clientId: string, clientSecret: string } }} demo.wiseAgent
 * @param {{ url: string, keys: Record<'notifyer' | 'whatsable' | 'notifier', string> }} demo.whatsAble
 * @param {string} demo.folder where all of it is kept
 * @returns {string}
 */
export function lastWords({ n8n, owner, workflows, highLevel, wiseAgent, whatsAble, folder }) {
	const { leads } = workflows;
	return [
		'',
		'n8n, HighLevel, Wise Agent and WhatsAble run on this machine now.',
		'',
		'Click this first',
		`  1. Open ${leads.url}`,
		`     and sign in with ${owner.email} and the password ${owner.password}`,
		'  2. Click "Execute workflow". Every lead that HighLevel took before is "unchanged": no contact is duplicated.',
		`  3. Open ${highLevel.url} and watch the contacts and the requests while you do that.`,
		'',
		'Where things are',
		...values([
			['n8n', n8n.url],
			['HighLevel', `${highLevel.url} (contacts, opportunities, tasks, notes, webhooks)`],
			['Wise Agent', `${wiseAgent.url} (contacts, notes, tasks, webhooks)`],
			['WhatsAble', `${whatsAble.url} (a chat, where you are the customer too)`],
			...Object.values(workflows).map(({ name, url }) => [name, url]),
		]),
		'',
		'For credentials of your own',
		'  GoHighLevel Private Integration API',
		...values([
			['Token', highLevel.token],
			['Location ID', highLevel.locationId],
			['Base URL', highLevel.url],
		]),
		'  GoHighLevel OAuth2 API',
		...values([
			['Client ID', highLevel.app.clientId],
			['Client Secret', highLevel.app.clientSecret],
			['Sign-in Page', 'Own'],
			['Base URL', highLevel.url],
		]),
		'  Wise Agent OAuth2 API',
		...values([
			['Client ID', wiseAgent.app.clientId],
			['Client Secret', wiseAgent.app.clientSecret],
			['Sign-in Host', 'Own'],
			['Base URL', wiseAgent.url],
		]),
		'  WhatsAble Sync API',
		...values([
			['API Key', `${whatsAble.keys.notifyer} (Notifyer System)`],
			['', `${whatsAble.keys.whatsable} (WhatsAble)`],
			['', `${whatsAble.keys.notifier} (Notifier)`],
			['Base URL', whatsAble.url],
		]),
		'',
		'For webhooks from HighLevel',
		`  1. Add the node GoHighLevel Trigger, and enter this under Options > Public Key:`,
		`     ${oneLine(highLevel.publicKey)}`,
		'  2. Publish the workflow, and copy the Production URL of the node.',
		`  3. Enter it at ${highLevel.url} under "Webhooks go to".`,
		'',
		`All that you change is kept in ${folder}`,
		'  Go on later      npm run demo',
		'  Start over       npm run demo -- --fresh   (deletes all of it)',
		'',
		'Stop with Ctrl-C.',
	].join('\n');
}

const WIDTH = 16;

function values(rows) {
	const width = Math.max(WIDTH, ...rows.map(([name]) => name.length));
	return rows.map(([name, value]) => `    ${name.padEnd(width)}  ${value}`);
}

/** The node takes a key without the lines around it, which would be hard to copy. */
function oneLine(pem) {
	return pem.replace(/-----[A-Z ]+-----|\s/g, '');
}
