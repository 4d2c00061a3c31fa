import type { Catalogue } from '../../core/operation/operation';
import type { WhatsAbleClient } from '../api/client';
import * as account from './account';
import * as apiKey from './apiKey';
import * as contact from './contact';
import * as label from './label';
import * as message from './message';
import * as notifierMessage from './notifierMessage';
import * as phoneNumber from './phoneNumber';
import * as template from './template';
import * as whatsAbleGroup from './whatsAbleGroup';
import * as whatsAbleMessage from './whatsAbleMessage';
import * as whatsAbleNumber from './whatsAbleNumber';

/** Everything that the node can do: resource -> operation. */
export const catalogue: Catalogue<WhatsAbleClient> = {
	account,
	apiKey,
	contact,
	label,
	message,
	notifierMessage,
	phoneNumber,
	template,
	whatsAbleGroup,
	whatsAbleMessage,
	whatsAbleNumber,
};
