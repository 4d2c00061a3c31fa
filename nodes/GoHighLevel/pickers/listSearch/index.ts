export { searchAppointmentNotes } from './ofAppointment';
export { searchContacts } from './contacts';
export { searchLocations } from './locations';
export { searchNotes, searchTasks } from './ofContact';
export {
	searchBusinesses,
	searchCalendars,
	searchCampaigns,
	searchCustomFields,
	searchCustomObjects,
	searchCustomValues,
	searchLostReasons,
	searchPipelines,
	searchTags,
	searchWorkflows,
} from './ofLocation';
export { searchOpportunities, searchStages } from './ofPipelines';
export { searchUsers } from './users';
