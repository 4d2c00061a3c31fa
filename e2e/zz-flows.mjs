import { readFileSync } from 'node:fs';
import { setStage } from './demo/stage.mjs';
import { freshUserFolder } from './lib/n8n/n8nFolder.mjs';
import { stopAll } from './lib/children.mjs';
process.on('exit', () => undefined);
const t0 = Date.now();
const say = (...a) => console.log(((Date.now() - t0) / 1000).toFixed(1), ...a);
try {
	const { sandbox, n8n } = await setStage({ userFolder: freshUserFolder('flows'), logName: 'zz-flows' });
	say('up', n8n.url, sandbox.url);
	const { token, locationId } = await sandbox.constants();
	await n8n.client.saveCredential({ name: 'HighLevel', type: 'goHighLevelPrivateIntegrationApi', data: { token, locationId, baseUrl: sandbox.url } });
	const { app } = await sandbox.wiseAgent.constants();
	const wa = await n8n.client.saveCredential({ name: 'Wise Agent', type: 'wiseAgentOAuth2Api', data: { ...app, signInHost: 'own', baseUrl: sandbox.wiseAgent.url, enabledScopes: [] } });
	await n8n.client.connectCredential(wa.id, (address) => sandbox.wiseAgent.consent(address));
	const ids = {};
	for (const folder of ['wise-agent-to-highlevel-contacts', 'highlevel-to-wise-agent-contacts']) {
		const workflow = JSON.parse(readFileSync(`workflows/${folder}/workflow.json`, 'utf8'));
		const made = await n8n.client.createWorkflow(workflow);
		const w = await n8n.client.workflow(made.id);
		say(folder, w.nodes.filter((n) => n.credentials).map((n) => `${n.name}: ${JSON.stringify(n.credentials)}`).slice(0, 2));
		ids[folder] = made.id;
		await n8n.client.activate(made.id);
		say('published', folder);
	}
	await new Promise((r) => setTimeout(r, 8000));
	const show = async (label) => {
		for (const [folder, id] of Object.entries(ids)) {
			for (const e of (await n8n.executions(id)).slice(-6)) {
				say(label, folder, e.id, e.status, e.error ?? '', JSON.stringify(e.lastItems ?? []).slice(0, 400));
			}
		}
	};
	await show('after publish');
	await sandbox.call('POST', '/contacts/', { locationId, firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com', phone: '+14805550142', city: 'Mesa', tags: ['buyer'] });
	say('created in HighLevel');
	await new Promise((r) => setTimeout(r, 75000));
	await show('after create');
	const { contacts } = await sandbox.wiseAgent.control('records/contacts');
	say(JSON.stringify(contacts).slice(0, 1500));
	const c = contacts[0];
	if (c) await sandbox.wiseAgent.control(`manual/contacts/${c.ClientID}`, { method: 'PATCH', body: { City: 'Tempe' } });
	await new Promise((r) => setTimeout(r, 70000));
	await show('after edit');
	say(JSON.stringify((await sandbox.contacts())[0]).slice(0, 800));
	if (process.env.KEEP) await new Promise((r) => setTimeout(r, Number(process.env.KEEP) * 1000));
} catch (error) {
	console.error(error);
} finally {
	await stopAll();
	process.exit(0);
}
