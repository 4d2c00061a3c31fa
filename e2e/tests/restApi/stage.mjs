import { setStage } from '../../demo/stage.mjs';
import { freshUserFolder } from '../../lib/n8n/n8nFolder.mjs';

let stage;

/** The one n8n and the one sandbox of these suites, started when the first of them needs it. */
export async function sharedStage() {
	stage ??= setStage({ userFolder: freshUserFolder('rest-api'), logName: 'test-rest-api' });
	return await stage;
}
