export { searchAppointmentNotes } from './ofAppointment';
export { searchContacts } from './contacts';
export { searchConversations } from './conversations';
export { searchLocations } from './locations';
export { searchNotes, searchTasks } from './ofContact';
export {
	searchBusinesses,
	searchCalendars,
	searchCampaigns,
	searchCustomFields,
	searchCustomValues,
	searchLostReasons,
	searchPipelines,
	searchTags,
	searchWorkflows,
} from './ofLocation';
export { searchOpportunities, searchStages } from './ofPipelines';
export { searchUsers } from './users';
