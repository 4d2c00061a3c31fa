import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { HighLevelAccess } from '../../workflows/kit/flow';
import { workflowOf } from '../../workflows/kit/flow';
import { flow as highLevelToWiseAgentContacts } from '../../workflows/highlevel-to-wise-agent-contacts/flow';
import { flow as wiseAgentToHighLevelContacts } from '../../workflows/wise-agent-to-highlevel-contacts/flow';
import { ROOT } from '../support/paths';

const FLOWS = [wiseAgentToHighLevelContacts, highLevelToWiseAgentContacts];

const FILES: Array<[file: string, access: HighLevelAccess]> = [
	['workflow.json', 'privateIntegration'],
	['workflow.oauth2.json', 'oAuth2'],
];

describe.each(FLOWS)('$title', (flow) => {
	test.each(FILES)('is in %s as it is in its source', (file, access) => {
		const path = join(ROOT, 'workflows', flow.folder, file);
		const text = `${JSON.stringify(workflowOf(flow, access), null, '\t')}\n`;
		if (process.env.UPDATE_FLOWS) writeFileSync(path, text);
		expect(readFileSync(path, 'utf8')).toBe(text);
	});
});
