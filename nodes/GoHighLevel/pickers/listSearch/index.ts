export { searchAppointmentNotes } from './ofAppointment';
export { searchContacts } from './contacts';
export { searchLocations } from './locations';
export { searchNotes, searchTasks } from './ofContact';
export {
	searchBusinesses,
	searchCalendars,
	searchCampaigns,
	searchCustomFields,
	searchCustomValues,
	searchForms,
	searchLostReasons,
	searchPipelines,
	searchSurveys,
	searchTags,
	searchWorkflows,
} from './ofLocation';
export { searchOpportunities, searchStages } from './ofPipelines';
export { searchUsers } from './users';
