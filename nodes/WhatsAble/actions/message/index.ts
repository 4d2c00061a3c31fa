import { getStatus } from './getStatus.operation';
import { scheduleTemplate } from './scheduleTemplate.operation';
import { scheduleText } from './scheduleText.operation';
import { sendAudio } from './sendAudio.operation';
import { sendDocument } from './sendDocument.operation';
import { sendImage } from './sendImage.operation';
import { sendTemplate } from './sendTemplate.operation';
import { sendText } from './sendText.operation';
import { sendVideo } from './sendVideo.operation';
import { waitForDelivery } from './waitForDelivery.operation';

export const name = 'Message';

export const operations = {
	getStatus,
	scheduleTemplate,
	scheduleText,
	sendAudio,
	sendDocument,
	sendImage,
	sendTemplate,
	sendText,
	sendVideo,
	waitForDelivery,
};
