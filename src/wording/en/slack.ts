/** What Slack alone shows around our messages: its home tab, forms, and who may not do what. */
export const slack = {
  search: 'Search the archive',
  searchHint: 'Words, or a question with a question mark',
  briefMe: 'Brief me',
  subscribe: 'Subscribe',
  settings: 'Settings',
  yours: 'For you alone, as direct messages:',
  ofChannel: 'In a channel:',
  channel: 'Channel',
  nothing: 'Nothing is there yet.',
  more: 'There is more than fits here.',
  notThere: 'I am not in that channel, or you are not. Invite me there with /invite, or choose another.',
  cancel: 'Cancel',
  close: 'Close',
  oneMoment: 'One moment …',
  notSaid: 'I could not say this in the channel. Invite me there, or no briefing can come.',
  adminsOnly: 'Only the people whom the operator named may change the subscriptions here. Ask one of them.',
  guest: 'Guests cannot change what a channel gets. Ask a full member of this workspace.',
  stranger:
    'You are here from another workspace, so you cannot change what this channel gets. Ask a member of this one.',
  notKnown: 'Slack cannot tell just now whether you may change what this channel gets. Try again in a minute.',
};
