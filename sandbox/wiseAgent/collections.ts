import { RecordMap } from '../shared/recordMap';
import type {
	AccessTokenRecord,
	AddressRecord,
	AppRecord,
	CallRecord,
	CaptureFormRecord,
	CategoryRecord,
	CodeRecord,
	ContactRecord,
	ContentRecord,
	CustomDataRecord,
	FileRecord,
	NoteRecord,
	OutsideMemberRecord,
	PipelineRecord,
	PlannerEventRecord,
	ProgramRecord,
	PropertyRecord,
	RefreshTokenRecord,
	SearchCriteriaRecord,
	SourceRecord,
	TaskRecord,
	TeamMemberRecord,
	TransactionRecord,
	VendorRecord,
	VisitRecord,
	WebhookRecord,
} from './records';

const ofAccount = () => '';

/** The records by kind. Keys are the ids as text, unless told. */
export class Collections {
	readonly contacts = new RecordMap<ContactRecord>(ofAccount);
	readonly customData = new RecordMap<CustomDataRecord>(({ ClientID }) => String(ClientID));
	readonly addresses = new RecordMap<AddressRecord>(({ ClientID }) => String(ClientID));
	readonly notes = new RecordMap<NoteRecord>(({ owner }) => owner);
	readonly tasks = new RecordMap<TaskRecord>(({ ContactID }) => ContactID);
	readonly calls = new RecordMap<CallRecord>(({ ClientId }) => ClientId);
	readonly plannerEvents = new RecordMap<PlannerEventRecord>(ofAccount);
	readonly vendors = new RecordMap<VendorRecord>(ofAccount);
	readonly properties = new RecordMap<PropertyRecord>(ofAccount);
	readonly searchCriteria = new RecordMap<SearchCriteriaRecord>(({ ClientID }) => String(ClientID));
	readonly categories = new RecordMap<CategoryRecord>(ofAccount);
	readonly sources = new RecordMap<SourceRecord>(ofAccount);
	readonly team = new RecordMap<TeamMemberRecord>(ofAccount);
	/** By e-mail address. */
	readonly outsideTeam = new RecordMap<OutsideMemberRecord>(ofAccount);
	readonly pipelines = new RecordMap<PipelineRecord>(ofAccount);
	readonly programs = new RecordMap<ProgramRecord>(ofAccount);
	readonly transactions = new RecordMap<TransactionRecord>(ofAccount);
	readonly contents = new RecordMap<ContentRecord>(ofAccount);
	readonly files = new RecordMap<FileRecord>(ofAccount);
	readonly captureForms = new RecordMap<CaptureFormRecord>(ofAccount);
	readonly visits = new RecordMap<VisitRecord>(({ ClientId }) => String(ClientId));
	readonly webhooks = new RecordMap<WebhookRecord>(ofAccount);
	/** By client id. */
	readonly apps = new RecordMap<AppRecord>(ofAccount);
	/** By the code itself. */
	readonly codes = new RecordMap<CodeRecord>(({ grantId }) => grantId);
	/** By the token itself. */
	readonly accessTokens = new RecordMap<AccessTokenRecord>(({ grantId }) => grantId);
	/** By the token itself; used ones stay, so that a second use is known for what it is. */
	readonly refreshTokens = new RecordMap<RefreshTokenRecord>(({ grantId }) => grantId);

	/** The maps by the name that they have in a state file. */
	collections(): Record<string, RecordMap<object>> {
		const maps = Object.entries(this).filter(([, part]) => part instanceof RecordMap);
		return Object.fromEntries(maps) as Record<string, RecordMap<object>>;
	}
}
